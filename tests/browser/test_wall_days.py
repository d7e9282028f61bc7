"""A wall that hangs for weeks: over a restart of the portal itself, and through whole days of refreshing."""

import time
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from governance.walls.enums import REFRESH_SECONDS
from tests.browser.processes import WebServer
from tests.factories.areas import grow
from tests.factories.grids import make_grid
from tests.factories.walls import make_wall

pytestmark = pytest.mark.browser

AWAY = "chrome-error://"
TURNS_OF_A_DAY = 1440
SETTLES_WITHIN = 20  # seconds
GREW_AT_MOST = 1_000_000  # bytes of the heap: what a collector leaves lying about


@pytest.fixture
def wall(small_city):
    grids = (grow(small_city.own["community"], kind="urban") for _grid in range(9))
    for grid in grids:
        make_grid(grid)
    return make_wall(small_city.own["city"], secret="the-address", tiles=["grids.count"])


@pytest.fixture
def portal(wall, tmp_path):
    """The portal's own web server on this test's rows."""
    server = WebServer(tmp_path / "web.log")
    server.start()
    yield server
    server.stop()


def hang_up(page, url: str):
    """The running wall, its clock in the test's hand; a loading of the whole page would be noticed."""
    page.clock.install()
    page.goto(f"{url}/wall/the-address/", wait_until="networkidle")
    page.evaluate("window.stillTheSamePage = true")
    return page


def grids_told(page):
    return page.locator(".tile", has_text="网格数").locator(".tile-value")


@pytest.mark.startup
def test_the_wall_outlives_a_restart_of_the_portal_and_shows_what_came_meanwhile(
    page_wall, portal, small_city
):
    screen = hang_up(page_wall, portal.url)
    said = screen.locator(".wall-clock").inner_text()
    before = grids_told(screen).inner_text()

    portal.stop()
    screen.clock.run_for(REFRESH_SECONDS * 1000)
    screen.get_by_text(f"数据截至 {said}，正在重连").wait_for()
    for _minute in range(3):
        screen.clock.run_for(60_000)
    assert screen.locator(".wall-status").inner_text() == f"数据截至 {said}，正在重连"
    assert grids_told(screen).inner_text() == before
    assert AWAY not in screen.url and screen.evaluate("window.stillTheSamePage")

    make_grid(grow(small_city.own["community"], kind="urban"))
    portal.start()
    screen.clock.run_for(60_000)

    screen.locator(".wall-status:empty").wait_for(state="attached")
    told, now = (int(text.rstrip("个")) for text in (before, grids_told(screen).inner_text()))
    assert now == told + 1
    assert screen.evaluate("window.stillTheSamePage")


def test_a_proxy_that_has_lost_the_portal_is_no_end_of_the_wall(page_wall, live_server, wall):
    screen = hang_up(page_wall, live_server.url)
    screen.route("**/figures/**", lambda route: route.fulfill(status=404, body="no such backend"))

    screen.clock.run_for(REFRESH_SECONDS * 1000)

    screen.get_by_text("正在重连").wait_for()
    assert screen.locator(".tile").count() == 1
    assert screen.evaluate("window.stillTheSamePage")


def test_a_day_of_refreshes_leaves_nothing_behind(page_wall, live_server, wall):
    """As many answers as a day brings: no nodes, no listeners pile up, and the heap stays what it was."""
    with time_machine.travel(timezone.localtime().replace(hour=10)):  # by night the page is loaded anew
        screen = hang_up(page_wall, live_server.url)
        with screen.expect_response("**/figures/**") as answered:
            screen.clock.run_for(REFRESH_SECONDS * 1000)
    answer = {"status": 200, "headers": answered.value.headers, "body": answered.value.text()}
    screen.route("**/figures/**", lambda route: route.fulfill(**answer))
    measured = screen.context.new_cdp_session(screen)
    measured.send("Performance.enable")
    refresh(screen, 100)
    before = at_rest(measured)

    refresh(screen, TURNS_OF_A_DAY)

    after = at_rest(measured)
    assert after["Nodes"] <= before["Nodes"]
    assert after["JSEventListeners"] <= before["JSEventListeners"]
    assert after["JSHeapUsedSize"] <= before["JSHeapUsedSize"] + GREW_AT_MOST
    assert screen.complaints == []


def refresh(screen, turns: int) -> None:
    for _turn in range(turns):
        with screen.expect_response("**/figures/**") as answered:
            screen.clock.run_for(REFRESH_SECONDS * 1000)
        answered.value.finished()


def at_rest(session) -> dict[str, float]:
    """The metrics once two looks a second apart agree: the last answer is drawn, what it replaced is collected."""
    looks = [measure(session)]
    for _look in range(SETTLES_WITHIN):
        time.sleep(1)
        looks.append(measure(session))
        if looks[-1]["Nodes"] == looks[-2]["Nodes"]:
            break
    return looks[-1]


def measure(session) -> dict[str, float]:
    session.send("HeapProfiler.collectGarbage")
    return {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}


def test_the_day_moves_on_without_a_reload(page_wall, live_server, wall):
    begun = timezone.localtime().replace(hour=23, minute=59, second=0)
    morning = begun + timedelta(minutes=2)
    with time_machine.travel(begun):
        screen = hang_up(page_wall, live_server.url)
        assert f"{begun.month}月{begun.day}日" in screen.locator(".wall-head").inner_text()

    with time_machine.travel(morning):
        screen.clock.run_for(REFRESH_SECONDS * 1000)
        screen.locator(".wall-head", has_text=f"{morning.month}月{morning.day}日").wait_for()

    assert screen.locator(".wall-clock").inner_text().startswith("00:0")
    assert screen.evaluate("window.stillTheSamePage")
