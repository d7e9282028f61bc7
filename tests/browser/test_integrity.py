"""The data check-up: asked for on the desk, read on a phone, a finding leads to the page where it is mended."""

import os

import pytest
from django.urls import reverse

from governance.integrity.working import work_off
from tests.browser.screens import OVERFLOWING

pytestmark = pytest.mark.browser
SHOTS = os.environ.get("SHOTS_INTEGRITY")


def shot(page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)


def test_an_administrator_asks_and_reads_what_is_wrong(page_desk, enter, live_server, small_city):
    page = enter(page_desk, small_city.people["system_admin"])
    page.goto(f"{live_server.url}{reverse('integrity:board')}")
    shot(page, "board_empty")
    page.get_by_role("button", name="立即全部体检").click()
    page.get_by_text("还有检查在排队").wait_for()
    work_off()
    page.reload()
    page.get_by_role("row", name="网格没有专职网格员").wait_for()
    shot(page, "board_desk")

    assert page.get_by_text("还有检查在排队").count() == 0
    assert page.evaluate(OVERFLOWING) == []
    assert page.complaints == []


def test_the_office_on_a_phone_goes_on_to_the_grid(page_phone, enter, live_server, small_city):
    page = enter(page_phone, small_city.people["centre_supervisor"])
    page.goto(f"{live_server.url}{reverse('integrity:board')}")
    page.get_by_role("button", name="立即全部体检").tap()
    page.get_by_text("还有检查在排队").wait_for()
    work_off()
    page.reload()
    shot(page, "board_phone")
    assert page.evaluate(OVERFLOWING) == []
    page.get_by_role("link", name="办件的承办岗位没有人").or_(
        page.get_by_role("link", name="调度过了一周没有开")
    ).first.tap()
    page.get_by_role("heading", level=1).wait_for()
    shot(page, "list_phone")

    assert page.evaluate(OVERFLOWING) == []
    page.locator("a.row-title").first.tap()
    page.wait_for_url("**/dispatch/cycles/**")
    assert page.complaints == []
