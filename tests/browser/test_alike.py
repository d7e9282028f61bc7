"""What may be the same matter is fetched after the page, and a press links it."""

import os

import pytest

from tests.browser.screens import PHONE
from tests.factories.alike import make_rules, make_told

pytestmark = pytest.mark.browser


@pytest.fixture
def three(small_city):
    make_rules()
    grid = small_city.people["grid_worker"].live_holdings[0].area
    return [
        make_told(grid, title, ago=ago)
        for title, ago in (("困梯多次，物业不换梯", 20), ("电梯坏了", 9), ("电梯经常停运", 0))
    ]


def shoot(page, name: str) -> None:
    """A picture to look at, where a folder for it is named."""
    if folder := os.environ.get("SHOTS"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_suggestions_come_with_reasons_and_are_linked_by_a_press(
    live_server, three, page_desk, open_page, enter, small_city
):
    person = small_city.people["street_dispatcher"]
    page = enter(page_desk, person)
    page.goto(f"{live_server.url}/disputes/{three[2].case.number}/")
    row = page.locator("#alike [data-row]", has_text="电梯坏了")
    row.get_by_text("同一被申请单位", exact=True).wait_for()
    shoot(page, "alike-desk")
    row.get_by_role("button", name="标为相似").click()
    page.locator(".toast-note", has_text="标为“相似”").wait_for()
    page.locator("#alike").get_by_role("button", name="取消关联").wait_for()
    assert page.complaints == []

    phone = enter(open_page(**PHONE), person)
    phone.goto(f"{live_server.url}/disputes/{three[2].case.number}/alike/")
    phone.get_by_role("button", name="不是同类").first.wait_for()
    shoot(phone, "alike-phone")
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_number_in_the_search_box_leaves_no_trace_in_the_address(
    live_server, three, page_desk, enter, small_city
):
    page = enter(page_desk, small_city.people["street_dispatcher"])
    page.goto(f"{live_server.url}/cases/")
    page.locator("#search-q").fill("13700000001")
    page.locator("#search-q").press("Enter")
    page.get_by_role("heading", name="查找").wait_for()
    assert "13700000001" not in page.url
    shoot(page, "search-desk")
