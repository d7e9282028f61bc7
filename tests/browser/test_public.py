"""A resident with a phone and no account: scan, report, keep the code, follow it, say it is not solved."""

import re

import pytest
from PIL import Image

from grids.actions.suggestions import answer_suggestion
from grids.models import Event, ResidentReport, Suggestion
from grids.states.events import EventState
from tests.browser.screens import OVERFLOWING, PHONE
from tests.factories.events import make_event, make_reporter
from tests.factories.grids import make_grid
from tests.factories.public import make_catalogue, make_code, make_report

pytestmark = pytest.mark.browser
READ = 3200  # milliseconds a person needs at least to fill the form
NARROW = PHONE | {"viewport": {"width": 320, "height": 640}}


@pytest.fixture
def code(small_city):
    """The code on the wall of the building group."""
    make_catalogue()
    grid = make_grid(small_city.own["grid"])
    grid.duty_phone, grid.oversight_phone = "0951-1234567", "0951-7654321"
    grid.save()
    return make_code(small_city.own["building"])


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def phone(open_page, request):
    return open_page(java_script_enabled=request.param, **PHONE)


def ended(report: ResidentReport) -> Event:
    """The same report, dealt with and closed; the ways there are the office's and tested there."""
    event = make_event(report.area, EventState.CLOSED, event={"answer": "灯已换好。"})
    reporter = make_reporter(event, phone="13800138000")
    return make_report(event, report.code, reporter=reporter).event


def ask(page, code: str, tail: str) -> None:
    page.get_by_label("查询码").fill(code)
    page.get_by_label("手机号后四位").fill(tail)
    page.get_by_role("button", name="查询").click()
    page.get_by_role("heading", name="办理进度").wait_for()


def test_scan_report_follow_and_not_solved(phone, live_server, code):
    phone.goto(f"{live_server.url}/p/{code.token}/")
    assert "0951-1234567" in phone.locator("main").inner_text()
    phone.get_by_role("link", name="上报问题").click()
    phone.get_by_label("路灯、井盖等公共设施").check()
    phone.get_by_label("说一说情况").fill("三单元门口的路灯不亮好几天了")
    phone.get_by_label("您的电话").fill("13800138000")
    phone.wait_for_timeout(READ)
    phone.get_by_role("button", name="提交").click()
    phone.get_by_role("heading", name="已收到").wait_for()
    shown = phone.locator(".code-words").inner_text()

    report = ResidentReport.objects.get()
    assert shown == report.public_code
    phone.get_by_role("link", name="查进度").first.click()
    ask(phone, shown, "8000")
    assert str(EventState.REPORTED.label) in phone.locator("main").inner_text()

    event = ended(report)
    phone.goto(f"{live_server.url}/p/progress/")
    ask(phone, event.case.public_code, "8000")
    assert "灯已换好" in phone.locator("main").inner_text()
    phone.get_by_text("没解决，请再办").click()
    phone.get_by_label("哪里没解决").fill("第二天又灭了")
    phone.get_by_role("button", name="请再办").click()
    phone.get_by_text("已经转回去重新办理").wait_for()

    event.case.refresh_from_db()
    assert (event.case.state, event.case.reopened_count) == (EventState.VERIFIED, 1)
    assert phone.complaints == []


def test_suggestion_is_raised_and_its_answer_read(phone, live_server, code, small_city):
    phone.goto(f"{live_server.url}/p/{code.token}/suggest/")
    phone.get_by_label("建议", exact=True).check()
    phone.get_by_label("这个平台").check()
    phone.get_by_label("内容").fill("海报上的字再大一点")
    phone.wait_for_timeout(READ)
    phone.get_by_role("button", name="提交").click()
    phone.get_by_role("heading", name="已收到").wait_for()
    shown = phone.locator(".code-words").inner_text()

    answer_suggestion(
        Suggestion.objects.get(), by=small_city.people["community_secretary"], text="下一批改大"
    )
    phone.goto(f"{live_server.url}/p/progress/?code={shown}")
    phone.get_by_role("button", name="查询").click()
    phone.get_by_text("下一批改大").wait_for()
    assert phone.complaints == []


def test_a_photo_of_a_big_camera_is_made_small_before_it_is_sent(open_page, live_server, code, tmp_path):
    path = tmp_path / "big.jpg"
    Image.effect_noise((4000, 3000), 90).convert("RGB").save(path, quality=92)
    page = open_page(**PHONE)
    page.goto(f"{live_server.url}/p/{code.token}/report/")
    page.get_by_label("照片").set_input_files(path)
    size = path.stat().st_size
    for _wait in range(50):
        page.wait_for_timeout(200)
        size = page.evaluate("document.querySelector('input[type=file]').files[0].size")
        if size < 2_000_000:
            break

    assert path.stat().st_size > 4_000_000
    assert size < 2_000_000
    assert page.complaints == []


def test_mistakes_are_named_and_nothing_typed_is_lost(phone, live_server, code):
    phone.goto(f"{live_server.url}/p/{code.token}/report/")
    phone.get_by_label("说一说情况").fill("路灯不亮")
    phone.get_by_role("button", name="提交").click()

    assert "是什么事" in phone.get_by_role("alert").inner_text()
    assert phone.get_by_label("说一说情况").input_value() == "路灯不亮"


def test_pages_fit_a_narrow_phone_in_large_type_and_weigh_little(open_page, live_server, code):
    page = open_page(**NARROW)
    page.add_init_script("localStorage.setItem('shanzhi.elder', '1')")
    weights = {}
    page.on("response", lambda answer: weights.setdefault(page.url, []).append(len(answer.body())))
    for path in (
        "",
        "about/",
        "privacy/",
        "progress/",
        "suggest/",
        f"{code.token}/",
        f"{code.token}/report/",
    ):
        page.goto(f"{live_server.url}/p/{path}", wait_until="networkidle")
        assert page.evaluate(OVERFLOWING) == [], path
        assert page.evaluate("document.documentElement.classList.contains('elder')")
        small = page.evaluate(
            """() => [...document.querySelectorAll("a, button, summary, input:not([type=hidden])")]
              .filter(e => e.checkVisibility() && !e.closest(".trap, .skip-link, .choice"))
              .filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML.slice(0, 90))"""
        )
        assert small == [], path
    assert page.complaints == []
    assert max(sum(sizes) for sizes in weights.values()) <= 60 * 1024


def test_public_pages_ask_nobody_else_for_anything(open_page, live_server, code):
    page, asked = open_page(**PHONE), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{live_server.url}/p/{code.token}/report/", wait_until="networkidle")

    assert [url for url in asked if not re.match(rf"{live_server.url}/(p|static)/", url)] == []
