import datetime as dt
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command

from governance.areas.importing import AreaRow, RowsRefused, bulk_open, load_levels, read_divisions
from governance.areas.integrity import faults
from governance.areas.models import Area, AreaLevel, AreaParent
from governance.kernel.errors import Refused

pytestmark = pytest.mark.django_db
DIVISIONS = Path(settings.BASE_DIR) / "config" / "presets" / "yinchuan" / "divisions.csv"
DAY = dt.date(2023, 6, 30)


def test_bulk_open_loads_the_divisions_of_yinchuan_once():
    rows = read_divisions(DIVISIONS)

    assert (bulk_open(rows, on=DAY), bulk_open(rows, on=DAY)) == (671, 0)
    assert list(faults()) == []
    assert Area.objects.filter(level="township", kind="street").count() == 28
    assert Area.objects.filter(kind="", level="community").count() == 0
    assert set(AreaParent.objects.values_list("area", "parent")) == set(
        Area.objects.exclude(level="city").values_list("pk", "opened_under")
    )


def test_bulk_open_tells_all_errors_and_takes_nothing(city):
    rows = [
        AreaRow("640101", "甲区", "county", "6401"),
        AreaRow("640101", "乙区", "county", "6401"),
        AreaRow("64010", "丙区", "county", "6401"),
        AreaRow("640102", "", "county", "6401"),
        AreaRow("640103", "丁区", "shire", "6401"),
        AreaRow("640199001", "戊街道", "township", "640199"),
        AreaRow("6401", "别名市", "city"),
        AreaRow("640104", "己区", "county", "6401", "moon"),
    ]
    with pytest.raises(RowsRefused) as refused:
        bulk_open(rows, on=DAY)

    assert [(error.line, error.code) for error in refused.value.errors] == [
        (2, "640101"),
        (3, "640101"),
        (4, "64010"),
        (5, "640102"),
        (6, "640103"),
        (7, "640199001"),
        (8, "6401"),
        (9, "640104"),
    ]
    assert Area.objects.count() == 1


def test_bulk_open_refuses_a_parent_that_was_not_yet_there(city):
    with pytest.raises(RowsRefused):
        bulk_open([AreaRow("640101", "甲区", "county", "6401")], on=dt.date(2019, 1, 1))


def test_bulk_open_needs_the_right_on_every_code(street, may_manage):
    row = AreaRow("640106999", "新街道", "township", "640106")

    with pytest.raises(PermissionDenied):
        bulk_open([row], on=DAY, by=may_manage(street))


def test_import_areas_prints_each_bad_row(tmp_path, capsys):
    table = tmp_path / "areas.csv"
    table.write_text("code,name,level,parent_code\n6401,银川市,city,\n64010,区,county,6401\n", "utf-8-sig")

    with pytest.raises(CommandError, match="没有导入"):
        call_command("import_areas", str(table), on=DAY)
    assert "第 3 行 64010" in capsys.readouterr().err


def test_read_divisions_names_missing_columns(tmp_path):
    table = tmp_path / "areas.csv"
    table.write_text("code,name\n")

    with pytest.raises(Refused, match="level、parent_code"):
        read_divisions(table)


def test_load_levels_replaces_them_only_while_unused():
    rows = [
        {"key": "city", "name": "直辖市", "depth": 1, "code_width": 2},
        {"key": "district", "name": "区", "depth": 2, "code_width": 6},
    ]
    load_levels(rows)
    bulk_open([AreaRow("11", "市", "city"), AreaRow("110101", "区", "district", "11")], on=DAY)

    assert list(AreaLevel.objects.values_list("key", flat=True)) == ["city", "district"]
    assert list(faults()) == []
    with pytest.raises(Refused):
        load_levels(rows)
