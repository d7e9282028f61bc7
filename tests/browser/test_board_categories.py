"""The board by categories: counted once one scrolls there, each category a way to its list."""

import os

import pytest

from tests.browser.screens import OVERFLOWING

pytestmark = pytest.mark.browser
SHOTS = os.environ.get("SHOTS_CATEGORIES")


@pytest.mark.parametrize("screen", ["desk", "phone"])
def test_categories_come_into_sight_and_open_their_list(request, enter, small_city, live_server, screen):
    page = enter(request.getfixturevalue(f"page_{screen}"), small_city.people["city_official"])
    page.goto(f"{live_server.url}/board/?indicator=visits.count")
    page.locator(".board-categories").scroll_into_view_if_needed()
    page.get_by_role("heading", name="按类别").wait_for()
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{screen}.png", full_page=True)
    row = page.locator(".board-categories tbody tr").first
    count = row.locator("td").first.inner_text()
    assert page.evaluate(OVERFLOWING) == []

    row.get_by_role("link").click()

    page.get_by_role("heading", level=1).get_by_text(count, exact=True).wait_for()
    assert page.complaints == []


def test_categories_open_inside_an_explanation(page_desk, enter, small_city, live_server):
    page = enter(page_desk, small_city.people["city_official"])
    page.goto(f"{live_server.url}/board/?indicator=visits.count")
    page.locator("#board-depth [data-explain]").click()

    page.locator("#explain-panel").get_by_role("heading", name="按类别").wait_for()
    assert page.complaints == []


def test_without_javascript_the_categories_are_a_page(browser, enter, small_city, live_server):
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = enter(context.new_page(), small_city.people["city_official"])
    page.goto(f"{live_server.url}/board/explain/visits.count/")

    page.get_by_role("link", name="按类别看").click()

    page.get_by_role("heading", name="按类别").wait_for()
    context.close()
