"""The meeting-room screen: it fits every wall, runs by itself, outlives a server that goes away, and ends calmly."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from governance.walls.actions import revoke_wall
from governance.walls.choices import usual_tiles
from governance.walls.enums import REFRESH_SECONDS
from governance.walls.models import Wall
from tests.browser.screens import OVERFLOWING
from tests.factories.boundaries import NUMBER, make_map
from tests.factories.people import make_user
from tests.factories.walls import make_wall

pytestmark = pytest.mark.browser

SCREENS = [(1920, 1080), (3440, 1440), (3840, 2160)]
# Whatever is cut off at an edge of its own box: words on a wall nobody can scroll to.
CUT = """() => [...document.querySelectorAll(".tile, .wall-head, .wall-middle .chart, .map-legend")]
  .filter(box => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
  .map(box => box.className + ": " + box.innerText.slice(0, 40))"""


@pytest.fixture
def wall(small_city):
    return make_wall(small_city.own["city"], secret="the-address", tiles=usual_tiles(), name="三楼会议室")


@pytest.fixture
def address(live_server, wall):
    return f"{live_server.url}/wall/the-address/"


@pytest.fixture
def screen(page_wall, address):
    """The running wall, its clock in the test's hand."""
    page_wall.clock.install()
    page_wall.goto(address, wait_until="networkidle")
    return page_wall


def wait_a_turn(page, seconds: int = REFRESH_SECONDS) -> None:
    page.clock.run_for(seconds * 1000)


def lose_server(page) -> None:
    page.route("**/figures/**", lambda route: route.abort("connectionrefused"))


@pytest.mark.parametrize(("width", "height"), SCREENS)
@pytest.mark.parametrize("language", ["zh-CN", "en-GB"])
def test_everything_is_in_sight_at_once(browser, address, width, height, language):
    context = browser.new_context(viewport={"width": width, "height": height}, locale=language)
    page = context.new_page()
    page.goto(address, wait_until="networkidle")

    assert page.locator(".wall-side").first.locator(".tile").count() <= 6
    assert page.locator(".tile").count() == len(usual_tiles())
    assert page.evaluate("document.documentElement.scrollHeight") == height
    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate(CUT) == []
    context.close()


def test_the_figures_change_by_themselves_without_a_reload(screen, wall, small_city):
    screen.evaluate("window.stillTheSamePage = true")
    assert "化解率" in screen.locator(".area-map h3").inner_text()

    Wall.objects.filter(pk=wall.pk).update(mapped=["grids.count"])
    wait_a_turn(screen)

    screen.locator(".area-map h3", has_text="网格数").wait_for()
    assert screen.evaluate("window.stillTheSamePage")
    assert screen.complaints == []


def test_a_server_that_goes_away_and_comes_back(screen):
    said = screen.locator(".wall-clock").inner_text()
    figures = screen.locator(".wall-side").first.inner_text()

    lose_server(screen)
    wait_a_turn(screen)
    screen.get_by_text(f"数据截至 {said}，正在重连").wait_for()
    wait_a_turn(screen, 60)
    assert screen.locator(".wall-side").first.inner_text() == figures
    assert screen.locator(".wall-status").inner_text() == f"数据截至 {said}，正在重连"

    screen.unroute("**/figures/**")
    wait_a_turn(screen, 15)
    screen.locator(".wall-status:empty").wait_for(state="attached")
    assert screen.locator(".wall-side").first.inner_text() == figures


def test_a_wall_ended_while_it_runs_says_so(screen, wall):
    revoke_wall(wall, by=make_user("city_official", wall.area))
    wait_a_turn(screen)

    screen.get_by_role("heading", name="这块大屏已停用").wait_for()
    assert screen.locator(".tile").count() == 0


def test_a_wall_that_expires_while_it_runs_says_so(screen, wall):
    Wall.objects.filter(pk=wall.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    wait_a_turn(screen)

    screen.get_by_role("heading", name="这块大屏已到期").wait_for()


def test_the_page_is_loaded_anew_once_a_night_and_shows_the_new_day(screen):
    night = timezone.localtime() + timedelta(days=1)
    screen.evaluate("window.stillTheSamePage = true")
    with time_machine.travel(night.replace(hour=3, minute=10)):
        with screen.expect_event("load"):
            screen.clock.fast_forward("03:00:00")
        assert not screen.evaluate("window.stillTheSamePage")
        screen.locator(".wall-clock", has_text="03:1").wait_for()
        assert f"{night.month}月{night.day}日" in screen.locator(".wall-head").inner_text()

        screen.evaluate("window.stillTheSamePage = true")
        with screen.expect_response(lambda answer: "/figures/" in answer.url) as answered:
            wait_a_turn(screen)
        answered.value.finished()
        assert screen.evaluate("window.stillTheSamePage")


def test_nobody_can_leave_the_wall_by_the_keyboard(screen):
    screen.keyboard.press("Tab")
    screen.keyboard.press("Enter")

    assert screen.url.endswith("/wall/the-address/")
    assert screen.locator("a, button, form").count() == 0


def test_the_map_of_the_board_is_walked_by_keyboard(page_desk, enter, small_city, live_server):
    official = enter(page_desk, small_city.people["city_official"])
    official.goto(f"{live_server.url}/board/?indicator=grids.count", wait_until="networkidle")
    county = small_city.own["county"]
    walk_into(official, county)


def test_the_outlines_of_a_map_are_walked_by_keyboard(page_desk, enter, small_city, live_server):
    make_map(small_city.own["city"])
    official = enter(page_desk, small_city.people["city_official"])
    official.goto(f"{live_server.url}/board/?indicator=grids.count", wait_until="networkidle")

    assert NUMBER in official.locator(".area-map .map-source").inner_text()
    assert official.locator(".area-map path").count() == 2
    walk_into(official, small_city.own["county"])


def walk_into(official, county) -> None:
    """From the choice above the map by Tab to a cell, and in by Enter."""
    official.locator(".board-choice button").focus()
    cell = official.locator(".area-map a.map-cell", has_text=county.name)
    for _press in range(20):
        official.keyboard.press("Tab")
        if cell.evaluate("cell => cell === document.activeElement"):
            break
    assert official.evaluate("document.activeElement.getAttribute('class')").startswith("map-cell ramp-")
    official.keyboard.press("Enter")

    official.get_by_role("heading", level=1, name=county.name).wait_for()
    assert official.complaints == []
