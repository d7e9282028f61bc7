"""A register brought in on the desk: the file, what is wrong with it, the import, and the way back."""

import pytest

from governance.files.working.exports import work_on_export
from grids.models import Household
from tests.factories.tables import ledger, work_off

pytestmark = pytest.mark.browser
BUILDING = "990101001001001001"


@pytest.fixture(autouse=True)
def _files_go_to(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def desk(page_desk, enter, small_city):
    return enter(page_desk, small_city.people["community_secretary"])


def rows(number: int) -> list[dict]:
    return [{"area": BUILDING, "unit": 3, "room": str(101 + n), "floor": 1} for n in range(number)]


def send(page, live_server, data: bytes) -> None:
    page.goto(f"{live_server.url}/files/imports/new/?layout=households")
    page.get_by_label("文件").set_input_files({"name": "住户名册.xlsx", "mimeType": "", "buffer": data})
    page.get_by_role("button", name="上传并检查").click()
    page.get_by_text("已收到").wait_for()


def test_register_is_imported_and_taken_back(desk, live_server):
    before = Household.objects.count()
    send(desk, live_server, ledger("households", rows(3)))
    work_off()
    desk.get_by_role("button", name="导入 3 行").click()
    work_off()
    desk.locator(".state.ok", has_text="已导入").wait_for()
    assert Household.objects.count() == before + 3

    desk.get_by_text("撤销导入").first.click()
    desk.get_by_label("理由").fill("传错了文件")
    desk.get_by_role("button", name="撤销导入").click()
    work_off()
    desk.locator(".state.paused", has_text="已撤销").wait_for()
    assert Household.objects.count() == before
    assert desk.complaints == []


def test_faults_are_shown_row_by_row_and_the_result_can_be_fetched(desk, live_server):
    send(desk, live_server, ledger("households", [*rows(2), {"area": "1", "unit": "甲", "room": ""}]))
    work_off()
    desk.get_by_role("heading", name="错误的行").wait_for()
    with desk.expect_download() as fetched:
        desk.get_by_role("link", name="下载检查结果").click()
    assert fetched.value.suggested_filename == "住户名册-检查结果.xlsx"
    assert desk.complaints == []


def test_list_is_taken_out_as_filtered(desk, live_server):
    desk.goto(f"{live_server.url}/grids/households/?occupancy=own")
    desk.get_by_role("link", name="导出", exact=True).click()
    desk.get_by_role("heading", name="导出“住户名册”").wait_for()
    desk.get_by_role("button", name="生成文件").click()
    work_off()
    with desk.expect_download() as fetched:
        desk.get_by_role("link", name="住户名册").click()
    assert fetched.value.suggested_filename.startswith("住户名册-")
    assert desk.complaints == []


def test_a_list_is_taken_out_as_text_and_shows_how_far_it_is(desk, live_server, monkeypatch):
    monkeypatch.setattr("governance.files.working.exports.CHUNK", 1)
    desk.goto(f"{live_server.url}/grids/compounds/")
    desk.get_by_role("link", name="导出", exact=True).click()
    desk.get_by_role("option", name="（和列表一样的列）").first.wait_for(state="attached")
    desk.get_by_label("CSV 文本").check()
    desk.get_by_role("button", name="生成文件").click()
    work_on_export(slice_seconds=0)
    desk.get_by_role("progressbar").wait_for()
    work_off()
    with desk.expect_download() as fetched:
        desk.get_by_role("link", name="小区").click()
    assert fetched.value.suggested_filename.endswith(".csv")
    assert desk.complaints == []
