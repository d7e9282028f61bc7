"""A mediator words an agreement, has the parties sign, watches it performed; two who write at once lose nothing."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from disputes.models import Agreement
from governance.casework.models import Case
from governance.kernel.days import today
from tests.browser.screens import DESK, OVERFLOWING, PHONE
from tests.factories.disputes import make_accepted

pytestmark = pytest.mark.browser
KEEP = os.environ.get("SHOTS", "")


def look(page, name: str) -> None:
    """Nothing hangs over the edge; a picture is kept where somebody wants to see it."""
    assert page.evaluate(OVERFLOWING) == []
    if KEEP:
        page.screenshot(path=Path(KEEP) / f"{name}.png", full_page=True)


@pytest.fixture
def dispute(small_city):
    return make_accepted(small_city.own["grid"], title="拖欠装修款")


def test_agreement_from_the_draft_to_the_last_receipt(dispute, open_page, enter, small_city, live_server):
    page = enter(open_page(**DESK), small_city.people["mediator"])
    case_page = f"{live_server.url}/disputes/{dispute.case.number}/"
    page.goto(case_page)
    page.get_by_role("link", name="起草协议").click()
    page.get_by_label("协议内容").fill("甲方退还装修款 8000 元，双方不再追究。")
    page.get_by_label("履行方式和期限").fill("三日内转账付清。")
    for box in page.get_by_label("签名日期").all():
        box.fill(today().isoformat())
    page.locator("#id_duty-0-obliged").select_option(index=2)
    page.locator("#id_duty-0-entitled").select_option(index=1)
    page.locator("#id_duty-0-what").fill("退还装修款")
    page.locator("#id_duty-0-amount_cents").fill("8000")
    page.locator("#id_duty-0-due_on").fill((today() + timedelta(days=3)).isoformat())
    look(page, "draft-desk")

    second = enter(open_page(**DESK), small_city.people["mediator"])
    second.goto(page.url)
    second.get_by_label("协议内容").fill("另一份稿子")
    page.get_by_role("button", name="保存草稿").click()
    page.get_by_text("协议草稿已保存").wait_for()
    second.get_by_role("button", name="保存草稿").click()
    second.get_by_text("两个版本已并排列出").wait_for()
    look(second, "conflict-desk")
    assert "另一份稿子" in second.locator(".beside").first.inner_text()

    page.goto(f"{case_page}#step-agree_in_writing")
    page.keyboard.press("w")
    page.get_by_role("button", name="提交达成书面协议").click()
    page.get_by_text("还剩 30 天可以申请司法确认").wait_for()
    look(page, "agreed-desk")
    page.wait_for_load_state()  # the keys are listened to from then on
    page.keyboard.press("g")
    page.get_by_role("button", name="提交开始履行").click()
    page.get_by_text("还有 3 天").wait_for()
    look(page, "performing-desk")

    phone = enter(open_page(**PHONE), small_city.people["mediator"])
    phone.goto(case_page)
    look(phone, "performing-phone")
    phone.locator("summary", has_text="已履行").click()
    phone.get_by_label("凭证说明").fill("手机银行转账")
    phone.get_by_role("button", name="登记履行").click()
    phone.get_by_text("全部了结").wait_for()

    page.reload()
    page.keyboard.press("v")
    page.get_by_role("button", name="提交履行完毕").click()
    page.locator(".toast-note", has_text="已履行完毕").wait_for()
    assert Case.objects.get(pk=dispute.pk).state == "performed"
    assert Agreement.objects.get().parties.filter(signed_on=today()).count() == 2
