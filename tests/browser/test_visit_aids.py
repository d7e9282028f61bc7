"""What a script adds to the visit form on the phone: one position on a tap, smaller pictures, speech as words."""

import io
import os

import pytest
from PIL import Image

from grids.models import Visit
from tests.browser.screens import PHONE

pytestmark = pytest.mark.browser

SPEECH = """
window.SpeechRecognition = window.webkitSpeechRecognition = function () {
  this.start = () => setTimeout(() => {
    const results = [[{ transcript: "老人说暖气不热" }]];
    this.onresult({ resultIndex: 0, results });
    this.onend();
  }, 10);
  this.stop = () => {};
};
"""


@pytest.fixture
def form_of(open_page, enter, live_server, small_city):
    """`form_of(outcome, **context options)`: the visit form of the third door, opened by the grid's worker."""

    def _open(outcome: str, script: str = "", **options):
        page = enter(open_page(**PHONE, **options), small_city.people["grid_worker"])
        if script:
            page.add_init_script(script)
        page.goto(
            f"{live_server.url}/grids/households/{small_city.households[2].pk}/visit/?outcome={outcome}"
        )
        return page

    return _open


def wait_until(page, expression: str) -> None:
    """The page's own policy forbids Playwright's way of waiting for an expression."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(expression)


def confirm(page) -> Visit:
    page.get_by_role("button", name="确认登记").click()
    page.get_by_role("heading", name="已登记").wait_for()
    assert page.complaints == []
    return Visit.objects.latest("pk")


def test_a_position_is_taken_on_a_tap_and_taken_back_by_another(form_of):
    page = form_of(
        "normal",
        geolocation={"latitude": 38.487193456, "longitude": 106.230912},
        permissions=["geolocation"],
    )
    page.get_by_text("补充方式").click()
    button = page.get_by_role("button", name="登记位置")
    button.click()
    page.get_by_text("已登记位置").wait_for()
    button.click()
    assert page.get_by_text("不登记位置").is_visible()
    button.click()
    page.get_by_text("已登记位置").wait_for()

    visit = confirm(page)
    assert (str(visit.latitude), str(visit.longitude)) == ("38.487193", "106.230912")


def test_a_visit_has_no_position_without_a_tap(form_of):
    page = form_of("normal", geolocation={"latitude": 38, "longitude": 106}, permissions=["geolocation"])
    assert confirm(page).latitude is None


def test_a_refused_position_does_not_stand_in_the_way(form_of):
    page = form_of("normal")
    page.get_by_text("补充方式").click()
    page.get_by_role("button", name="登记位置").click()
    page.get_by_text("没有取到位置").wait_for()
    assert confirm(page).latitude is None


def test_a_large_picture_is_made_smaller_before_it_is_sent(form_of):
    out = io.BytesIO()
    Image.frombytes("RGB", (2400, 1800), os.urandom(2400 * 1800 * 3)).save(out, "JPEG", quality=90)
    page = form_of("hazard")
    page.get_by_label("照片").set_input_files(
        {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}
    )
    wait_until(page, "document.querySelector('[type=file]').files[0].size < 3000000")
    size = page.evaluate("document.querySelector('[type=file]').files[0].size")

    visit = confirm(page)
    assert size < len(out.getvalue()) / 2
    assert (visit.photos.get().width, visit.photos.get().height) == (1600, 1200)


def test_speech_becomes_words_in_the_note(form_of):
    page = form_of("need", script=SPEECH)
    page.get_by_label("备注").fill("上门看望")
    page.locator("[data-voice-of$=note]").click()
    wait_until(page, "document.querySelector('[name=note]').value.includes('暖气')")

    assert confirm(page).note == "上门看望，老人说暖气不热"


def test_without_speech_no_button_promises_it(form_of):
    page = form_of("need", script="delete window.webkitSpeechRecognition; delete window.SpeechRecognition;")
    assert page.locator("[data-voice-of]").count() == 0


def test_the_draft_of_the_month_is_copied(open_page, enter, live_server, small_city):
    page = enter(
        open_page(**PHONE, permissions=["clipboard-read", "clipboard-write"]),
        small_city.people["grid_worker"],
    )
    page.goto(f"{live_server.url}/grids/my/month/")
    page.get_by_role("button", name="复制草稿").click()
    page.get_by_role("button", name="已复制").wait_for()

    assert "联系居民" in page.evaluate("navigator.clipboard.readText()")
    assert page.complaints == []
