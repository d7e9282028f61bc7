"""A programme by three log-ins: opened from the preset, reported on by the street, checked, told in Word."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from tests.browser.screens import PHONE
from tests.factories.programmes import make_preset

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def _files_go_to(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def open_from_preset(page) -> None:
    page.get_by_role("link", name="专项任务").first.click()
    page.get_by_role("link", name="建立专项").click()
    page.get_by_label("专项名称").fill("物业三年行动")
    page.get_by_label("从模板建立").select_option("property_action")
    page.get_by_label("开始日期").fill("2026-01-01")
    page.get_by_label("截止日期").fill("2028-12-31")
    page.get_by_role("button", name="建立专项任务").click()
    page.get_by_text("已办理建立专项任务").wait_for()


def give_to_street(page, street) -> None:
    """A task of the pattern becomes the street's own."""
    page.get_by_role("link", name="摸清物业小区底数").click()
    page.get_by_role("link", name="调整任务").click()
    page.get_by_label("牵头单位", exact=True).fill(street.name)
    page.get_by_label("牵头单位所在区划").select_option(str(street.pk))
    page.get_by_label("完成期限").fill("2028-06-30")
    page.get_by_label("调整理由").fill("由街道牵头")
    page.get_by_role("button", name="调整任务").click()
    page.get_by_text("已办理调整任务").wait_for()


def report(page, percent: int, words: str) -> None:
    page.get_by_role("link", name="摸清物业小区底数").first.click()
    page.get_by_label("完成比例").fill(str(percent))
    page.get_by_label("进展情况").fill(words)
    page.get_by_role("button", name="填报", exact=True).click()
    page.get_by_text("等待核验").wait_for()


def check(page) -> None:
    page.get_by_role("link", name="摸清物业小区底数").first.click()
    page.get_by_label("核验通过").check()
    page.get_by_label("核验意见").fill("抽查一致")
    page.get_by_role("button", name="提交核验").click()
    page.get_by_text("已核验通过").wait_for()


def draft_of(page) -> Document:
    with page.expect_download() as coming:
        page.get_by_role("button", name="通报草稿").click()
    return Document(BytesIO(Path(coming.value.path()).read_bytes()))


def test_a_programme_from_preset_to_circular(open_page, enter, live_server, small_city):
    make_preset("property_action")
    home = live_server.url
    officer = enter(open_page(), small_city.people["property_officer"])
    officer.goto(f"{home}/")
    open_from_preset(officer)
    board = officer.url
    give_to_street(officer, small_city.own["township"])

    street = enter(open_page(**PHONE), small_city.people["street_deputy"])
    street.goto(f"{home}/property/items/?q=摸清")
    report(street, 100, "全部小区登记完毕")

    county = enter(open_page(), small_city.people["county_official"])
    county.goto(f"{home}/property/items/?state=nearly_done")
    check(county)

    officer.goto(board)
    assert "完成" in officer.locator(".programme-state.ok").inner_text()
    assert officer.locator(".programme-state.ok strong").inner_text() == "1"
    text = "\n".join(paragraph.text for paragraph in draft_of(officer).paragraphs)
    assert "4 类 20 项任务，完成 1 项" in text
    assert [page.complaints for page in (officer, street, county)] == [[], [], []]
