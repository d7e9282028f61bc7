"""From the door of the centre to the archive, and what becomes of a mediation that is refused."""

import time

import pytest

from disputes.models import Dispute, MediationCentre, QueueTicket
from tests.browser.screens import DESK
from tests.factories.counter import make_window
from tests.factories.disputes import make_accepted
from tests.factories.papers import make_committee

pytestmark = pytest.mark.browser
A_MINUTE = 60


@pytest.fixture
def centre(small_city):
    house = MediationCentre.objects.get()
    make_window(house)
    return house


@pytest.fixture
def seat(open_page, enter, small_city, live_server):
    """`seat(role, path)`: the desk of that role, on a page."""

    def _seat(role: str, path: str):
        page = enter(open_page(**DESK), small_city.people[role])
        page.goto(live_server.url + path)
        return page

    return _seat


def take(page, step: str, key: str, **given):
    """Open a step by its key, fill what it asks for by label, send it."""
    page.wait_for_load_state()  # the keys are listened to from then on
    page.keyboard.press(key)
    form = page.locator("details[open] form.confirm-body")
    for label, value in given.items():
        field = form.get_by_label(label)
        if value is True:
            for box in form.get_by_role("checkbox").all():
                box.check()
        elif field.first.evaluate("element => element.tagName") == "SELECT":
            field.first.select_option(value)
        else:
            field.first.fill(value)
    page.get_by_role("button", name=f"提交{step}", exact=True).click()
    page.locator(".toast-note", has_text=f"已{step}").wait_for()


def state_of(dispute: Dispute) -> tuple[str, str]:
    dispute.case.refresh_from_db()
    return dispute.case.state, dispute.case.outcome


def complete_dossier(page, path: str) -> None:
    """Every paper that is still missing is signed on paper; then the dossier gets its number."""
    page.goto(f"{path}dossier/")
    papers = page.locator("li", has=page.get_by_role("button", name="纸质原件已入卷", include_hidden=True))
    for name in papers.evaluate_all("lines => lines.map(line => line.id)"):
        line = page.locator(f"#{name}")
        if "缺少" in line.inner_text():
            line.locator("summary").click()
            line.get_by_role("button", name="纸质原件已入卷").click()
            page.get_by_text("已记为纸质原件入卷").wait_for()
    page.get_by_role("button", name="立卷编号").click()
    page.get_by_text("卷宗齐全").first.wait_for()


def receive_two_matters(window) -> None:
    """What is typed for one visitor with two matters, by keyboard alone."""
    window.get_by_label("来访人").fill("欧阳修远")
    window.get_by_label("电话").fill("13800138000")
    window.locator("#id_matter-0-title").fill("楼上漏水")
    window.locator("#id_matter-0-disposal").select_option("dispute")
    window.locator("#id_matter-0-note").fill("楼上漏水泡坏吊顶，多次商量不成。")
    window.locator("#id_matter-1-title").fill("路灯不亮")
    window.locator("#id_matter-1-disposal").select_option("hotline")
    window.locator("#id_matter-1-note").press("Enter")


def test_walk_in_goes_from_a_number_to_the_archive(seat, centre, small_city, live_server):
    make_committee(small_city.people["mediator"].live_holdings[0].area, short_word="凤凰北街")
    window = seat("centre_window", "/disputes/counter/")
    window.get_by_role("button", name="取号").click()
    window.get_by_text("A001", exact=True).first.wait_for()
    window.get_by_role("link", name="接待台").first.click()
    window.get_by_role("button", name="叫下一位").wait_for()
    window.wait_for_load_state()
    window.keyboard.press("n")
    window.get_by_role("heading", name="接待 A001 号").wait_for()

    began = time.monotonic()
    receive_two_matters(window)
    window.get_by_role("heading", name="登记纠纷").wait_for()
    assert time.monotonic() - began < A_MINUTE
    assert window.locator("[name=title]").input_value() == "楼上漏水"
    assert window.locator("[name=party-0-name]").input_value() == "欧阳修远"

    window.locator("[name=category]").select_option(index=1)
    window.locator("[name=area]").evaluate(f"field => {{ field.value = '{small_city.own['grid'].code}' }}")
    window.locator("[name=party-1-name]").fill("李小四")
    window.get_by_role("button", name="登记", exact=True).click()
    window.get_by_role("heading", name="矛盾纠纷登记回执").wait_for()
    dispute = Dispute.objects.latest("pk")
    assert dispute.case.public_code in window.locator(".sheet").inner_text()
    assert window.locator(".receipt svg").count() == 1
    assert QueueTicket.objects.get().state == "served"

    path = f"/disputes/{dispute.case.number}/"
    window.get_by_role("link", name="去办理这件纠纷").click()
    window.get_by_role("heading", name="下一步").wait_for()
    take(window, "受理", "a")
    dispatcher = seat("street_dispatcher", path)
    post = str(small_city.people["mediator"].live_holdings[0].post_id)
    take(dispatcher, "分派", "d", 承办岗位=post)
    mediator = seat("mediator", path)
    take(mediator, "开始调解", "m")
    take(mediator, "达成书面协议", "w", 协议内容="楼上三日内修好并赔偿吊顶。", 同意协议的当事人=True)
    take(mediator, "回访", "h", 满意度="satisfied")
    take(mediator, "结案", "c")
    complete_dossier(mediator, live_server.url + path)
    dispatcher.reload()
    take(dispatcher, "归档", "z")

    assert state_of(dispute) == ("archived", "resolved")
    assert window.complaints == dispatcher.complaints == mediator.complaints == []


def test_refused_mediation_goes_to_arbitration_and_its_result_comes_back(seat, small_city):
    dispute = make_accepted(small_city.own["grid"], title="讨要工资", category="0701")
    mediator = seat("mediator", f"/disputes/{dispute.case.number}/")

    take(mediator, "当事人拒绝", "r", 理由="用人单位明确表示不愿调解，已告知可以申请劳动仲裁。")
    assert state_of(dispute) == ("refused", "refused")
    assert "仲裁" in mediator.locator("main").inner_text()
    take(mediator, "导入其他渠道", "t", 渠道="arbitration", 理由="当事人选择劳动仲裁。")
    take(mediator, "登记对方进展", "n", 对方编号="银劳人仲案〔2026〕7号", 结果="裁决支付工资 8600 元。")

    referral = dispute.referrals.get()
    assert state_of(dispute)[0] == "redirected"
    assert (referral.external_number, referral.result) == ("银劳人仲案〔2026〕7号", "裁决支付工资 8600 元。")
    assert mediator.complaints == []
