"""An import from the file to the ledger and back."""

import pytest
from django.core.exceptions import PermissionDenied

from governance.audit.models import AuditEvent
from governance.files.actions import apply_import, undo_import
from governance.files.models import ImportedRow, TableImport
from governance.files.working.imports import work_on_import
from governance.kernel.errors import Refused
from grids.models import Household
from tests.factories.grids import make_household, make_visit
from tests.factories.people import make_user
from tests.factories.tables import checked, make_import, read_back, work_off, workbook

BUILDING = "990101001001001001"


def doors(number: int, **more) -> list[dict]:
    return [{"area": BUILDING, "unit": 1, "room": str(101 + i), "floor": 1} | more for i in range(number)]


def test_import_checks_first_and_writes_nothing(secretary, community):
    found = checked("households", doors(3), by=secretary, area=community)

    assert (found.state, found.total, found.new, found.bad) == ("checked", 3, 3, 0)
    assert Household.objects.count() == 0


def test_apply_import_writes_the_rows_once(secretary, community):
    found = checked("households", doors(3, occupancy="let"), by=secretary, area=community)
    apply_import(found, by=secretary)
    work_off()
    found.refresh_from_db()

    assert (found.state, found.new, found.changed, found.same) == ("done", 3, 0, 0)
    assert set(Household.objects.values_list("room", "occupancy", "area_code")) == {
        (room, "let", BUILDING) for room in ("101", "102", "103")
    }
    assert Household.objects.get(room="101").label == "楼院001 1单元101"
    with pytest.raises(Refused, match="已导入"):
        apply_import(found, by=secretary)
    events = AuditEvent.objects.filter(action__startswith="files.").values_list("action", flat=True)
    assert list(events.order_by("id")) == [
        "files.start_import", "files.import_check", "files.import_finish_check", "files.import_apply",
        "files.import_finish",
    ]  # fmt: skip


def test_the_same_rows_again_are_a_no_op(secretary, community):
    apply_import(checked("households", doors(2), by=secretary, area=community), by=secretary)
    work_off()
    again = checked("households", doors(2), by=secretary, area=community)

    assert (again.new, again.changed, again.same) == (0, 0, 2)
    with pytest.raises(Refused, match="没有要新增或更新的行"):
        apply_import(again, by=secretary)


def test_a_bad_row_stops_the_whole_unless_good_rows_are_wanted(secretary, community):
    rows = [*doors(2), {"area": "1", "unit": 1, "room": "9"}, {"area": BUILDING, "unit": "甲", "room": ""}]
    found = checked("households", rows, by=secretary, area=community)

    assert (found.bad, found.new) == (2, 2)
    with pytest.raises(Refused, match="2 行有错误"):
        apply_import(found, by=secretary)

    partial = checked("households", rows, by=secretary, area=community, mode="good_rows")
    apply_import(partial, by=secretary)
    work_off()
    partial.refresh_from_db()
    assert (partial.state, partial.new, partial.bad, Household.objects.count()) == ("done", 2, 2, 2)


def test_the_annotated_file_says_everything_that_is_wrong_where_it_is(secretary, community):
    rows = [*doors(1), {"area": "990102001001001001", "unit": "甲", "room": ""}]
    found = checked("households", rows, by=secretary, area=community)
    table = read_back(found.result)

    assert table[0][0] == "错误原因"
    assert table[1][0] == ""
    assert table[2][0] == (
        "楼院代码：不在本次导入的区划（社区001）之内；单元：应为整数；房号：必填"
    ) or sorted(table[2][0].split("；")) == sorted(
        ["单元：应为整数", "房号：必填", "楼院代码：不在本次导入的区划（社区001）之内"]
    )
    assert table[2][1:3] == ["990102001001001001", "甲"]


def test_the_annotated_file_once_healed_is_taken(secretary, community):
    found = checked(
        "households", [*doors(1), {"area": BUILDING, "unit": "甲", "room": "9"}], by=secretary, area=community
    )
    table = read_back(found.result)
    table[2][2] = 3
    healed = checked("households", workbook(table), by=secretary, area=community)
    assert (healed.bad, healed.new) == (0, 2)


def test_undo_import_restores_every_row(secretary, community, country):
    old = make_household(country[BUILDING], unit=1, room="101", occupancy="own", label="旧门牌")
    before = Household.objects.filter(pk=old.pk).values().get()
    apply_import(
        checked("households", doors(3, occupancy="let", label="新"), by=secretary, area=community),
        by=secretary,
    )
    work_off()
    found = latest_import()
    assert (found.new, found.changed) == (2, 1)

    undo_import(found, by=secretary, reason="传错了文件")
    work_off()
    found.refresh_from_db()
    assert (found.state, found.left) == ("undone", 0)
    assert list(Household.objects.values()) == [before]
    assert ImportedRow.objects.count() == 0


def latest_import():
    return TableImport.objects.latest("id")


def test_undo_import_leaves_rows_changed_or_used_since(secretary, community):
    apply_import(checked("households", doors(4), by=secretary, area=community), by=secretary)
    work_off()
    Household.objects.filter(room="101").update(label="后来改的")
    make_visit(Household.objects.get(room="102"))
    found = latest_import()
    undo_import(found, by=secretary, reason="传错了文件")
    work_off()
    found.refresh_from_db()

    assert (found.state, found.left) == ("undone", 2)
    assert set(Household.objects.values_list("room", flat=True)) == {"101", "102"}
    assert set(found.rows.values_list("row_number", "is_left")) == {(2, True), (3, True)}


def test_work_taken_up_after_a_kill_neither_doubles_nor_loses_rows(secretary, community, monkeypatch):
    monkeypatch.setattr("governance.files.working.imports.CHUNK", 2)
    found = make_import("households", doors(7), by=secretary, area=community)
    while work_on_import(slice_seconds=0):
        found.refresh_from_db()
        if found.state == "checked":
            break
    assert (found.total, found.new) == (7, 7)

    apply_import(found, by=secretary)
    slices = 0
    while work_on_import(slice_seconds=0):
        slices += 1
    found.refresh_from_db()
    assert slices >= 4
    assert (found.state, found.new, Household.objects.count()) == ("done", 7, 7)


def test_a_worker_that_lost_its_lease_writes_nothing(secretary, community, monkeypatch):
    found = make_import("households", doors(3), by=secretary, area=community)
    monkeypatch.setattr(
        "governance.files.working.imports.claim",
        lambda model: model.objects.get(pk=found.pk),
    )
    found.lease = "00000000-0000-4000-8000-000000000000"
    found.save(update_fields=["lease"])
    stale = type(found).objects.get(pk=found.pk)
    stale.lease = "00000000-0000-4000-8000-000000000001"
    monkeypatch.setattr("governance.files.working.imports.claim", lambda model: stale)
    work_on_import()

    found.refresh_from_db()
    assert (found.total, found.position) == (0, 0)


def test_start_import_needs_the_right_where_the_file_belongs(secretary, country):
    with pytest.raises(PermissionDenied):
        make_import("households", doors(1), by=secretary, area=country["990101001002"])
    with pytest.raises(PermissionDenied):
        make_import(
            "households",
            doors(1),
            by=make_user("grid_worker", country["990101001001001"]),
            area=country["990101001001001"],
        )


def test_rows_turned_bad_between_check_and_apply_take_everything_back(
    secretary, community, monkeypatch, country
):
    monkeypatch.setattr("governance.files.working.imports.CHUNK", 2)
    found = checked(
        "households", [*doors(3), doors(4)[3] | {"area": "990101001001001002"}], by=secretary, area=community
    )
    country["990101001001001002"].closed_on = "2026-01-01"
    country["990101001001001002"].save()
    apply_import(found, by=secretary)
    work_off()
    found.refresh_from_db()

    assert found.state == "undone"
    assert "已全部退回" in found.sentence
    assert Household.objects.count() == 0


def test_files_lie_sealed_on_the_disk(secretary, community, tmp_path):
    found = make_import("households", doors(1), by=secretary, area=community)
    kept = [path.read_bytes() for path in tmp_path.rglob("*.in")]

    assert len(kept) == 1
    assert not kept[0].startswith(b"PK")
    with found.file.open() as opened:
        assert opened.read().startswith(b"PK")


def test_an_import_whose_file_is_gone_ends_with_a_sentence(secretary, community):
    found = make_import("households", doors(1), by=secretary, area=community)
    found.file.storage.delete(found.file.name)
    work_off()
    found.refresh_from_db()
    assert (found.state, found.sentence) == ("failed", "文件已不在，请重新上传。")


def test_a_fault_of_our_own_ends_the_import_and_does_not_come_back_for_ever(
    secretary, community, monkeypatch, caplog
):
    found = make_import("households", doors(1), by=secretary, area=community)
    monkeypatch.setattr("grids.tables.roster_ledgers.HouseholdLedger.look_up", lambda self, rows: 1 / 0)
    work_off()
    found.refresh_from_db()
    assert found.state == "failed"
    assert "处理时出错" in found.sentence
    assert f"import {found.number} failed" in caplog.text
