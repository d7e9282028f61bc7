"""A person quietens the portal on the phone; an administrator reads the log at the desk."""

import datetime as dt
import os

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.dispatch.models import ChannelStop, NoticeChoice, NoticeHours
from tests.factories.deliveries import CHANNELS, give_addresses, make_delivery, make_kinds
from tests.factories.people import make_user

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def _ways(settings):
    settings.CHANNELS = {**CHANNELS, "mail": {**CHANNELS["mail"], "host": ""}}


def test_switches_on_the_phone_are_kept(page_phone, live_server, enter, small_city):
    make_kinds()
    person = make_user("street_dispatcher", small_city.own["township"])
    give_addresses(person, "sms")
    page = enter(page_phone, person)
    page.goto(live_server.url + reverse("dispatch:notice_settings"))
    shoot(page, "manual_notice_settings")

    near = page.get_by_role("group", name="限期将到")
    near.get_by_role("switch", name="钉钉").uncheck()
    near.get_by_role("switch", name="并入每日汇总").check()
    page.get_by_label("免打扰从").fill("21:00")
    page.get_by_role("button", name="保存通知设置").click()

    page.get_by_text("通知设置已保存").wait_for()
    chosen = NoticeChoice.objects.get()
    assert (chosen.muted, chosen.is_digested) == (["dingtalk"], True)
    assert NoticeHours.objects.get(person=person).quiet_from == dt.time(21)
    assert not page.get_by_role("group", name="限期将到").get_by_role("switch", name="钉钉").is_checked()
    assert smallest_target(page) >= 44
    assert page.complaints == []


def test_the_log_is_read_and_sent_again_at_the_desk(page_desk, live_server, enter, small_city):
    city = small_city.own["city"]
    admin = make_user("system_admin", city)
    failed = make_delivery(
        city, state="failed", error="电话号码不能收短信，请核对接收地址。（isv.MOBILE_NUMBER_ILLEGAL）"
    )
    people = [make_user("city_official", city, name=name) for name in ("马建国", "李秀兰", "王学军")]
    for number, state in enumerate(("sent", "held", "given_up", "waiting", "sent")):
        make_delivery(
            city, person=people[number % 3], channel=("sms", "wecom", "dingtalk")[number % 3], state=state,
            address_masked="139****1234", error="对方没有收下，稍后再试。（-1）" if state == "given_up" else "",
            tries=number, next_at=timezone.now() - dt.timedelta(minutes=number),
        )  # fmt: skip
    ChannelStop.objects.create(
        channel="dingtalk",
        until=timezone.now() + dt.timedelta(minutes=15),
        error="连不上对方的服务器，或者对方没有及时答复。",
    )
    page = enter(page_desk, admin)
    page.goto(live_server.url + reverse("dispatch:delivery_list"))
    shoot(page, "manual_deliveries")

    row = page.locator("tr[data-row]", has_text="isv.MOBILE_NUMBER_ILLEGAL")
    row.get_by_role("button", name="重发").click()

    page.get_by_text("已安排重发").wait_for()
    failed.refresh_from_db()
    assert failed.state == "waiting"
    assert page.complaints == []


def smallest_target(page) -> float:
    heights = "els => els.map(e => e.getBoundingClientRect().height)"
    return min(page.locator("main .choice, main .btn").evaluate_all(heights))


def shoot(page, name: str) -> None:
    if folder := os.environ.get("SHOTS"):
        page.screenshot(path=f"{folder}/{name}.png")
