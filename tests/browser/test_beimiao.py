"""北庙村: 1.6 mu missing from a villager's title, over five log-ins from the phone in the village to the answer."""

import pytest

from governance.casework.models import Case
from grids.models import Event
from grids.presenting.event_progress import progress_of
from tests.browser.screens import DESK, OVERFLOWING, PHONE
from tests.factories.events import make_event_category, make_work_list_item

pytestmark = pytest.mark.browser
ANSWER = "三方到地头丈量，实测少 1.6 亩，登记已更正，流转费随下一批发放。"


@pytest.fixture
def village(open_page, enter, live_server, small_city):
    """`village(role, screen)`: a page of somebody of the small city; all of them are looked at in the end."""
    make_event_category("E1101")
    make_work_list_item(small_city.own["county"], "E11")
    pages = []

    def _village(role: str, screen: dict = DESK):
        page = enter(open_page(**screen), small_city.people[role])
        pages.append(page)
        return page

    yield _village
    assert [complaint for page in pages for complaint in page.complaints] == []


def press(page, key: str, label: str, *, fill: dict | None = None, choose: dict | None = None):
    """Open a step by its letter, fill its form, send it."""
    page.wait_for_load_state()
    page.keyboard.press(key)
    form = page.locator("details[open] form").first
    for name, text in (fill or {}).items():
        form.get_by_label(name).fill(text)
    for name, option in (choose or {}).items():
        form.get_by_label(name).select_option(label=option)
    form.get_by_role("button", name=f"提交{label}").click()
    page.locator(".toast-note", has_text=f"已{label}").wait_for()


def report(page, base: str) -> str:
    """The grid worker reports what the villager came to say: two taps, one sentence, who told."""
    page.goto(f"{base}/grids/events/report/")
    page.get_by_role("link", name="农业农村").tap()
    page.get_by_role("link", name="土地确权面积").tap()
    page.get_by_label("什么情况").fill("村民反映确权面积比实际少 1.6 亩，影响土地流转费。")
    page.get_by_label("地点").fill("北庙村三组")
    page.get_by_text("补充照片、反映人").tap()
    page.get_by_label("谁反映的").fill("崔某某")
    page.get_by_label("反映人电话").fill("13800138000")
    assert page.evaluate(OVERFLOWING) == []
    page.get_by_role("button", name="上报").tap()
    page.locator(".toast-note", has_text="已上报").wait_for()
    return page.locator(".case-line .number").first.inner_text()


def follow(page, base: str, code: str) -> None:
    """The villager, without an account, reads the answer by code and last digits, and says it is solved."""
    page.goto(f"{base}/p/progress/")
    page.get_by_label("查询码").fill(code)
    page.get_by_label("手机号后四位").fill("8000")
    page.get_by_role("button", name="查询").click()
    page.get_by_role("heading", name="办理进度").wait_for()
    words = page.locator("main").inner_text()
    assert ANSWER in words
    assert "退水" not in words
    page.get_by_text("已解决，评价一下").click()
    page.get_by_label("满意", exact=True).check()
    page.get_by_role("button", name="提交评价").click()
    page.locator("main").get_by_text("谢谢").wait_for()
    assert page.complaints == []


def test_a_villager_is_answered(village, live_server, open_page):
    base = live_server.url
    worker = village("grid_worker", PHONE)
    number = report(worker, base)
    here = f"{base}/grids/events/{number}/"

    dispatcher = village("street_dispatcher")
    dispatcher.goto(f"{base}/grids/events/triage/?number={number}")
    dispatcher.get_by_label("同时派给").select_option(label="社区001 社区书记")
    dispatcher.get_by_label("同时派给").blur()
    dispatcher.keyboard.press("v")
    dispatcher.locator(".toast-note", has_text="已核实立案").wait_for()

    secretary = village("community_secretary")
    secretary.goto(here)
    secretary.keyboard.press("b")
    form = secretary.locator("#step-return form")
    form.get_by_label("其他").check()
    form.get_by_label("说明").fill("要镇综治中心牵头，村里配合丈量")
    form.get_by_role("button", name="提交退回").click()
    secretary.locator(".toast-note", has_text="已退回").wait_for()

    dispatcher.goto(here)
    press(dispatcher, "d", "派单", choose={"承办岗位": "街道001 调解员"})

    centre = village("mediator")
    centre.goto(here)
    press(centre, "a", "接单")
    press(centre, "s", "开始处置")
    press(centre, "x", "申请延期", fill={"延长": "3", "理由": "等灌区退水，丈量推后"})

    deputy = village("street_deputy")
    deputy.goto(here)
    press(deputy, "g", "批准延期")

    centre.goto(here)
    centre.keyboard.press("y")
    centre.get_by_label("实测数值").fill("1.6")
    centre.get_by_label("计量单位").select_option(label="亩")
    centre.get_by_label("核实情况").fill("三方会同村民按四至丈量，各方无异议。")
    for place, unit in enumerate(("洪广镇综治中心", "北庙村村民委员会", "北庙村村务监督委员会")):
        line = centre.locator("fieldset").filter(has_text=f"单位 {place + 1}")
        line.get_by_label("单位", exact=True).fill(unit)
        line.get_by_label("已在记录上签字").check()
    centre.get_by_role("button", name="登记核实").click()
    centre.locator(".toast-note", has_text="联合核实已登记").wait_for()
    press(centre, "f", "回单", fill={"给上报人的答复": ANSWER})

    for key, label in (("c", "核查"), ("z", "结案")):
        dispatcher.goto(here)
        press(dispatcher, key, label)

    worker.goto(f"{base}/grids/events/mine/")
    worker.get_by_role("link", name="土地确权面积").tap()
    worker.get_by_text("1.6 亩", exact=True).wait_for()
    assert worker.get_by_text(ANSWER).count() >= 1
    assert "13800138000" not in worker.content()
    assert worker.evaluate(OVERFLOWING) == []

    case = Case.objects.get(number=number)
    assert (case.state, case.outcome, case.returned_count) == ("closed", "resolved", 1)
    follow(open_page(**PHONE), base, case.public_code)
    event = Event.objects.get(pk=case.pk)
    assert (event.case.state, event.satisfaction) == ("rated", "satisfied")
    assert event.verifications.get().participants.count() == 3
    told = progress_of(case)
    assert [line["title"] for line in told[-2:]] == ["已办结", "已收到您的评价"]
    assert told[-2]["note"] == ANSWER
    assert "退水" not in str(told)
