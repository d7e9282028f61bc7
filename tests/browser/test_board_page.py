"""The board as a page: explained in place, by keyboard, kept, taken along; with one, many and no units below."""

from datetime import timedelta
from itertools import pairwise

import pytest

from governance.kernel.days import today
from governance.statistics.actions import load_role_boards
from tests.browser.screens import DESK, OVERFLOWING, PHONE, WALL
from tests.factories import grids
from tests.factories.areas import make_area
from tests.factories.boards import make_view

pytestmark = pytest.mark.browser

TILES = ["visits.count", "disputes.resolution_rate", "grids.staffed_share", "grids.count"]
HEADINGS = "[...document.querySelectorAll('main h1, main h2, main h3')].map(one => Number(one.tagName[1]))"


@pytest.fixture
def official(page_desk, enter, small_city):
    load_role_boards([{"role": "", "indicators": TILES, "shown": "grids.count"}])
    return enter(page_desk, small_city.people["city_official"])


def many_units(city, number: int) -> None:
    """Counties under the city with one to nine grids each."""
    for n in range(10, 10 + number):
        county = make_area(f"{city.code}{n}", f"贺兰山西路{n}区综合治理县")
        for _grid in range(1 + n % 9):
            grids.make_grid(county)


def test_explain_opens_in_place_and_gives_the_focus_back(official, live_server):
    official.goto(f"{live_server.url}/board/")
    info = official.locator("article.tile", has_text="网格员配备率").locator(".tile-info")
    info.click()

    panel = official.locator("#explain-panel")
    panel.get_by_role("heading", name="网格员配备率").wait_for()
    assert panel.get_by_role("link", name="查看清单").count() >= 2
    official.keyboard.press("Escape")
    panel.wait_for(state="hidden")

    assert info.evaluate("node => node === document.activeElement")
    assert official.url.endswith("/board/")
    assert official.complaints == []


def test_tiles_are_walked_and_explained_by_keyboard(official, live_server):
    official.goto(f"{live_server.url}/board/")
    official.keyboard.press("j")
    official.keyboard.press("j")
    assert official.locator("article.tile.picked .tile-link").inner_text() == "化解率"
    official.keyboard.press("k")
    official.keyboard.press("i")

    official.locator("#explain-panel").get_by_role("heading", name="走访次数").wait_for()


def test_explain_without_javascript_is_a_page_of_its_own(open_page, enter, live_server, small_city):
    page = enter(open_page(java_script_enabled=False, **DESK), small_city.people["city_official"])
    page.goto(f"{live_server.url}/board/")
    page.locator(".tile-info").first.click()

    assert "/board/explain/" in page.url
    page.goto(f"{live_server.url}/board/?period=month")
    assert page.locator("#board-days").is_visible()


def test_board_is_kept_opened_and_deleted(official, live_server):
    official.goto(f"{live_server.url}/board/?period=month")
    official.get_by_role("link", name="存为我的看板").click()
    official.get_by_label("名称").fill("每月看")
    official.get_by_label("第 2 格").select_option("events.count")
    official.get_by_label("打开看板先看这一个").check()
    official.get_by_role("button", name="保存看板").click()

    official.goto(f"{live_server.url}/board/")
    assert official.get_by_role("link", name="每月看").get_attribute("aria-current") == "page"
    names = official.locator("article.tile .tile-link").all_inner_texts()
    assert names[:3] == ["走访次数", "上报事件", "网格员配备率"]

    official.get_by_role("link", name="修改").click()
    official.get_by_text("删除这个看板", exact=True).click()
    official.get_by_role("button", name="确认删除这个看板").click()
    official.get_by_text("已删除看板“每月看”").wait_for()
    assert official.complaints == []


def test_days_are_asked_for_only_where_they_are_chosen_freely(official, live_server):
    official.goto(f"{live_server.url}/board/")
    assert not official.locator("#board-days").is_visible()
    official.get_by_label("时段").select_option("fixed")
    day = (today() - timedelta(days=3)).isoformat()
    official.locator("#board-days").get_by_label("开始日期").fill(day)
    official.get_by_role("button", name="查看").click()

    official.wait_for_url(lambda url: f"from={day}" in url)
    assert official.get_by_label("时段").input_value() == "fixed"


def test_charts_are_saved_as_pictures(official, live_server, small_city):
    many_units(small_city.own["city"], 6)
    official.goto(f"{live_server.url}/board/")
    official.locator(".chart-canvas.rank canvas").wait_for()
    for chart in ("board-rank", "board-map"):
        figure = official.locator(f"figure[aria-labelledby={chart}-title]")
        with official.expect_download() as coming:
            figure.get_by_role("button", name="存为图片").click()
        assert coming.value.suggested_filename.endswith(".png")
        assert coming.value.path().read_bytes().startswith(b"\x89PNG")
    assert official.complaints == []


@pytest.mark.parametrize("size", [PHONE, DESK, WALL], ids=["phone", "desk", "wide"])
@pytest.mark.parametrize("units", [0, 62], ids=["one-unit", "many-units"])
def test_board_fits_its_screen(open_page, enter, live_server, small_city, size, units):
    load_role_boards([{"role": "", "indicators": TILES, "shown": "grids.count"}])
    many_units(small_city.own["city"], units)
    person = small_city.people["city_official"]
    make_view(
        person, small_city.own["city"], name="一个名称很长的看板写满二十个字看看折不折", indicators=TILES
    )
    page = enter(open_page(**size), person)

    for path in (
        "/board/",
        "/board/compare/",
        "/board/views/new/",
        "/board/?grain=day&indicator=visits.count",
    ):
        page.goto(f"{live_server.url}{path}", wait_until="networkidle")
        assert page.evaluate(OVERFLOWING) == []
        levels = page.evaluate(HEADINGS)
        assert levels[0] == 1
        assert all(below - above <= 1 for above, below in pairwise(levels))
    assert page.complaints == []


def test_printed_board_keeps_the_figures_and_drops_the_buttons(official, live_server):
    official.goto(f"{live_server.url}/board/", wait_until="networkidle")
    official.emulate_media(media="print")

    assert official.locator("article.tile").first.is_visible()
    for gone in (".board-choice", ".board-verbs", ".rail", ".chart-canvas", ".chart-save"):
        assert not official.locator(gone).first.is_visible()
    official.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert official.locator("[aria-labelledby=board-trend-title] table").is_visible()
    official.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert not official.locator("[aria-labelledby=board-trend-title] table").is_visible()
