"""The city official's screen: down to a grid by the map, and from a share to both lists behind it."""

import re

import pytest

from tests.browser.screens import OVERFLOWING

pytestmark = pytest.mark.browser


@pytest.fixture
def official(page_wall, enter, small_city):
    return enter(page_wall, small_city.people["city_official"])


def test_drill_from_the_city_to_a_grid_by_the_map(official, live_server, small_city):
    official.goto(f"{live_server.url}/board/?indicator=grids.staffed_share")

    for level in ("county", "township", "community", "grid"):
        area = small_city.own[level]
        official.locator(f".chart-canvas.map a[href*='area={area.code}&']").click()
        official.get_by_role("heading", level=1, name=area.name).wait_for()
        assert f"area={area.code}&" in official.url
    assert official.locator(".board-trail a").count() == 4
    official.locator(".board-trail a").first.click()
    official.get_by_role("heading", level=1, name=small_city.own["city"].name).wait_for()
    assert official.evaluate(OVERFLOWING) == []
    assert official.complaints == []


def test_a_share_leads_to_both_lists_and_they_count_the_same(official, live_server, small_city):
    official.goto(f"{live_server.url}/board/")
    tile = official.locator("article.tile", has_text="网格员配备率")
    numerator, denominator = (int(n) for n in tile.locator(".tile-parts").inner_text().split("/"))
    official.goto(live_server.url + tile.locator(".tile-info").get_attribute("href"))
    official.get_by_role("heading", level=1, name="网格员配备率").wait_for()
    explained = official.url

    assert (numerator, denominator) == (1, 5)
    for place, figure in enumerate((numerator, denominator)):
        official.goto(explained)
        official.get_by_role("link", name="查看清单").nth(place).click()
        official.wait_for_url(re.compile("/grids/list/"))
        assert int(official.locator(".header-count").inner_text()) == figure
        assert official.locator("[data-row]").count() == figure
    assert official.complaints == []


def test_the_wall_fits_its_screen(official, live_server):
    official.goto(f"{live_server.url}/board/", wait_until="networkidle")
    official.locator(".page-header").get_by_role("link", name="大屏").click()
    official.locator(".wall-grid").wait_for()
    official.wait_for_load_state("networkidle")

    assert official.locator(".wall-side article.tile").count() == 12
    assert official.evaluate("document.documentElement.scrollHeight") <= 1080
    assert official.evaluate(OVERFLOWING) == []
    assert official.complaints == []
