"""The gallery in a real browser: nothing runs off the page, nothing is too small to press, nothing complains."""

import os
from pathlib import Path

import pytest

from tests.browser.screens import OVERFLOWING

pytestmark = pytest.mark.browser

TOO_SMALL = """() => [...document.querySelectorAll("a, button, summary, select, input:not([type=hidden]), textarea")]
  .filter(element => element.offsetParent && !element.closest(".skip-link, svg"))
  .map(element => {
    const cover = getComputedStyle(element, "::after").position === "absolute";
    const target = cover ? element.closest("article, li") : element.closest("label") || element;
    return [target.getBoundingClientRect(), element.outerHTML.slice(0, 120)];
  })
  .filter(([box]) => box.height < 44)
  .map(([box, html]) => Math.round(box.height) + " " + html)"""


@pytest.fixture(autouse=True)
def _demo(settings):
    settings.DEMO_MODE = True


def visit(page, live_server, frame):
    page.goto(f"{live_server.url}/gallery/?frame={frame}", wait_until="networkidle")
    keep = os.environ.get("SCREENSHOTS")
    if keep:
        width = page.viewport_size["width"]
        page.screenshot(path=Path(keep) / f"gallery-{frame}-{width}.png", full_page=True)


def test_gallery_on_the_phone_fits_and_can_be_pressed(page_phone, live_server):
    visit(page_phone, live_server, "phone")

    assert page_phone.evaluate(OVERFLOWING) == []
    assert page_phone.evaluate(TOO_SMALL) == []
    assert page_phone.complaints == []


@pytest.mark.parametrize("frame", ["phone", "desk"])
@pytest.mark.parametrize("elder", [False, True], ids=["usual", "large type"])
def test_gallery_at_320_does_not_run_off_the_page(open_page, live_server, frame, elder):
    page = open_page(viewport={"width": 320, "height": 640})
    if elder:
        page.add_init_script("localStorage.setItem('shanzhi.elder', '1')")

    visit(page, live_server, frame)

    assert page.evaluate("document.documentElement.classList.contains('elder')") is elder
    assert page.evaluate(OVERFLOWING) == []
    assert page.complaints == []


def test_gallery_on_the_desk_draws_its_charts(page_desk, live_server):
    visit(page_desk, live_server, "desk")

    drawn = page_desk.locator(".chart-canvas canvas, .chart-canvas svg").count()
    assert drawn == page_desk.locator(".chart-canvas").count() == 6
    assert page_desk.evaluate(OVERFLOWING) == []
    assert page_desk.complaints == []


def test_gallery_on_the_wall_fits_one_screen(page_wall, live_server):
    visit(page_wall, live_server, "wall")

    assert page_wall.evaluate("document.documentElement.scrollHeight") <= 1080
    assert page_wall.evaluate(OVERFLOWING) == []
    assert page_wall.complaints == []


def test_keys_move_through_rows_and_show_themselves(page_desk, live_server):
    visit(page_desk, live_server, "desk")

    page_desk.keyboard.press("j")
    page_desk.keyboard.press("j")
    assert "广场舞" in page_desk.locator("[data-row].picked").inner_text()
    page_desk.keyboard.press("?")
    assert page_desk.locator("#key-help dd", has_text="受理").is_visible()
    page_desk.keyboard.press("Escape")
    page_desk.keyboard.press("t")
    assert page_desk.locator("#note-return").is_visible()


def test_large_type_is_kept_on_the_device(page_desk, live_server):
    visit(page_desk, live_server, "desk")
    page_desk.locator("details.menu-end > summary").click()
    page_desk.locator("[data-elder]").first.click()

    page_desk.reload()

    assert page_desk.evaluate("getComputedStyle(document.documentElement).fontSize") == "20px"


def test_gallery_exists_in_demo_mode_alone(client, settings, db):
    assert client.get("/gallery/").status_code == 200
    settings.DEMO_MODE = False
    assert client.get("/gallery/").status_code == 404
