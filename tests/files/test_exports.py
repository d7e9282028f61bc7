"""Lists taken out in the background: marked, masked, for their maker alone, and whole whatever happens meanwhile."""

import csv
import io
import zipfile
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from python_calamine import CalamineWorkbook

from governance.audit.models import AuditEvent
from governance.files.actions import start_export
from governance.files.lists import source_of
from governance.files.models import ExportPart, TableExport
from governance.files.tasks import remove_expired_tables
from governance.files.working.exports import work_on_export
from governance.kernel.errors import Refused
from tests.factories.grids import make_household, make_resident, make_visit
from tests.factories.people import make_user
from tests.factories.tables import read_back, work_off

VISITS = "grids:visit_list"
BUILDING = "990101001001001001"


@pytest.fixture
def visits(country):
    household = make_household(country[BUILDING])
    return [make_visit(household) for _number in range(7)]


@pytest.fixture
def _small_pieces(monkeypatch):
    monkeypatch.setattr("governance.files.working.exports.CHUNK", 2)


def taken(by, key=VISITS, **options) -> TableExport:
    export = start_export(source_of(key), by=by, **options)
    work_off()
    export.refresh_from_db()
    return export


def pages(export) -> dict[str, list]:
    with export.file.open() as file:
        book = CalamineWorkbook.from_filelike(file)
        return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_a_list_taken_out_says_on_every_page_who_took_it_and_when(visits, secretary):
    export = taken(secretary, query="outcome=normal")

    (rows_name, rows), (_facts, facts) = pages(export).items()
    assert rows_name == "走访"
    mark = f"{secretary}（{export.area.name}）于 {timezone.localtime(export.created_at):%Y-%m-%d %H:%M} 导出"
    assert rows[0][0].startswith(mark)
    assert export.short_number in rows[0][0]
    assert ["列表", "走访"] in facts
    assert next(line for line in facts if line[0] == "筛选条件")[1].startswith("结果：")
    kept = TableExport.objects.get()
    with kept.file.open() as file, zipfile.ZipFile(io.BytesIO(file.read())) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name]
    assert [export.short_number in sheet.partition("<headerFooter>")[2] for sheet in sheets] == [True, True]


def test_a_text_file_holds_rows_alone_and_its_name_the_mark(visits, secretary, client):
    export = taken(secretary, file_format="csv")
    client.force_login(secretary)
    answer = client.get(f"/files/exports/{export.number}/file/")

    lines = list(csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
    assert (lines[0], len(lines)) == (source_of(VISITS).titles, 8)
    direct = client.get("/grids/visits/?format=csv").getvalue().decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(direct))) == lines
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    named = answer["Content-Disposition"]
    assert export.short_number in named
    assert named.endswith(".csv")


def test_only_what_is_filtered_goes_out_and_numbers_stay_masked(country, secretary, client):
    make_resident(make_household(country[BUILDING]), name="欧阳修远", phone="13812345678")
    export = taken(secretary, "households", query=f"area={BUILDING}")
    assert export.total == 1
    for key in ("grids:household_list", "residents"):
        shown = str(pages(taken(secretary, "residents" if key == "residents" else "households")))
        assert [secret for secret in ("欧阳修远", "13812345678") if secret in shown] == []


@pytest.mark.usefixtures("_small_pieces")
def test_work_taken_up_after_a_kill_neither_doubles_nor_loses_rows(visits, secretary):
    export = start_export(source_of(VISITS), by=secretary)
    positions = []
    while work_on_export(slice_seconds=0):
        export.refresh_from_db()
        positions.append((export.position, export.state))

    assert positions == [(2, "waiting"), (4, "waiting"), (6, "waiting"), (7, "waiting"), (7, "done")]
    ids = [row[0] for row in read_back(export.file)[2:]]
    assert len(ids) == 7
    assert ExportPart.objects.count() == 0


@pytest.mark.usefixtures("_small_pieces")
def test_a_row_that_comes_or_goes_meanwhile_is_neither_doubled_nor_counted(visits, secretary, country):
    export = start_export(source_of(VISITS), by=secretary)
    work_on_export(slice_seconds=0)
    make_visit(visits[0].household)
    visits[0].delete()
    work_off()

    export.refresh_from_db()
    assert (export.total, export.gone) == (6, 1)
    assert "有 1 行在生成期间" in export.sentence
    assert len(read_back(export.file)) == 8


@pytest.mark.usefixtures("_small_pieces")
def test_a_post_lost_meanwhile_stops_it(visits, secretary):
    export = start_export(source_of(VISITS), by=secretary)
    work_on_export(slice_seconds=0)
    secretary.holdings.all().delete()
    work_off()

    export.refresh_from_db()
    assert (export.state, export.file.name, ExportPart.objects.count()) == ("failed", "", 0)
    assert "已没有查看这个列表的权限" in export.sentence


def test_a_list_of_others_is_not_taken_out(visits, secretary):
    with pytest.raises(PermissionDenied):
        start_export(source_of("dispatch:delivery_list"), by=secretary)
    with pytest.raises(PermissionDenied):
        start_export(source_of(VISITS), by=secretary, is_unmasked=True, reason="想看看完整号码")
    with pytest.raises(Refused, match="没有这种名册"):
        source_of("grids:visit_detail")


def test_so_many_at_once_and_so_many_a_day(secretary, monkeypatch):
    monkeypatch.setattr("governance.files.actions.exports.MOST_A_DAY", 6)
    for _number in range(5):
        start_export(source_of(VISITS), by=secretary)
    with pytest.raises(Refused, match="还没有生成完"):
        start_export(source_of(VISITS), by=secretary)
    work_off()
    start_export(source_of(VISITS), by=secretary)
    with pytest.raises(Refused, match="今天已经导出 6 份"):
        start_export(source_of(VISITS), by=secretary)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        start_export(source_of(VISITS), by=secretary)


def test_the_trail_keeps_the_filters_in_words_and_nothing_that_was_typed(visits, secretary):
    start_export(source_of(VISITS), by=secretary, query=f"outcome=normal&area={BUILDING}")
    start_export(source_of("grids:event_list"), by=secretary, query="q=张三丰")

    kept = AuditEvent.objects.filter(action="files.start_export").order_by("pk")
    said = [entry.after["filters"] for entry in kept]
    assert f"所在区划代码：{BUILDING}" in "".join(said[0]) or BUILDING in "".join(said[0])
    assert "张三丰" not in str(said[1])
    assert "已填写" in str(said[1])


def test_what_was_not_made_in_its_day_leaves_nothing(visits, secretary, monkeypatch):
    monkeypatch.setattr("governance.files.working.exports.CHUNK", 2)
    export = start_export(source_of(VISITS), by=secretary)
    work_on_export(slice_seconds=0)
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        remove_expired_tables()
    export.refresh_from_db()
    assert (export.state, ExportPart.objects.count()) == ("failed", 0)


def test_the_page_shows_how_far_it_is_and_asks_again(visits, secretary, client, monkeypatch):
    monkeypatch.setattr("governance.files.working.exports.CHUNK", 2)
    client.force_login(secretary)
    shown = client.get("/grids/visits/?outcome=normal").content.decode()
    assert 'href="/files/exports/new/?layout=grids:visit_list&amp;outcome=normal"' in shown

    form = client.get("/files/exports/new/?layout=grids:visit_list&outcome=normal&cursor=x").content.decode()
    assert "导出“走访”" in form
    sent = {"layout": VISITS, "query": "outcome=normal", "file_format": "xlsx"}
    assert client.post("/files/exports/new/", sent).status_code == 302
    work_on_export(slice_seconds=0)
    page = client.get("/files/exports/").content.decode()
    assert "已读取 2 / 7 行" in page
    assert 'hx-trigger="every 2s"' in page


@pytest.mark.parametrize("query", ["nonsense=1", "outcome=nonsense"])
def test_a_query_the_list_refuses_is_refused(visits, secretary, client, query):
    client.force_login(secretary)
    sent = {"layout": VISITS, "query": query, "file_format": "xlsx"}
    assert client.post("/files/exports/new/", sent).status_code == 400
    body = {"layout": "/api/v1/visits/", "query": query}
    assert client.post("/api/v1/exports/", body, content_type="application/json").status_code == 400
    assert TableExport.objects.count() == 0


def test_a_list_of_the_interface_is_named_by_its_path(visits, secretary, client, country):
    client.force_login(secretary)
    body = {"layout": "/api/v1/visits/", "file_format": "csv"}
    sent = client.post("/api/v1/exports/", body, content_type="application/json").json()
    work_off()
    found = client.get(f"/api/v1/exports/{sent['number']}/").json()
    assert (found["layout"], found["state"], found["total"], found["position"]) == (
        "visit-list",
        "done",
        7,
        7,
    )
    client.force_login(make_user("community_secretary", country["990101001001"]))
    assert client.get(f"/api/v1/exports/{sent['number']}/file/").status_code == 404
