"""A dispute from the queue to its end on the desk of a street office, and the queue on a phone."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from governance.casework.models import Case
from governance.kernel.days import today
from tests.factories.areas import make_country
from tests.factories.casework import make_rules
from tests.factories.disputes import make_accepted, make_centre, make_dispute, make_matter, make_reception
from tests.factories.people import hold, make_user

pytestmark = pytest.mark.browser

DESK = {"viewport": {"width": 1366, "height": 768}}


@pytest.fixture
def street(transactional_db):
    """A street office with a dozen disputes on its desk."""
    country = make_country()
    make_rules()
    grid, township = country["990101001001001"], country["990101001"]
    officer = make_user("street_dispatcher", township, name="周调度")
    hold(make_user(name="马调解"), "mediator", township)
    now = timezone.now()
    titles = [
        "三单元 502 室漏水，楼下要求赔偿",
        "物业费收缴引发的争执",
        "贺兰山西路街道综合治理服务中心转来的拖欠工资纠纷",
    ]
    for number, days in enumerate((-3, -1, 0.5, 2, 5, 9)):
        make_accepted(
            grid, "mediating", title=titles[number % 3],
            due_at=now + timedelta(days=days), handle_due_at=now + timedelta(days=days),
        )  # fmt: skip
    make_accepted(grid, "suspended", title="邻里采光纠纷", paused_at=now, remaining=4)
    make_dispute(
        grid, "registered", title="楼道堆物起争执", due_at=now - timedelta(days=9), summary="两户相争。"
    )
    make_matter(make_reception(make_centre(township)))
    return {"officer": officer, "country": country, "day": today()}


def enter(page, live_server, user):
    client = Client()
    client.force_login(user)
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )


def keep(page, name):
    folder = os.environ.get("SCREENSHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}-{page.viewport_size['width']}.png", full_page=False)


def test_dispute_goes_from_the_queue_to_its_end_by_keys(open_page, live_server, street):
    page = open_page(**DESK)
    enter(page, live_server, street["officer"])
    page.goto(f"{live_server.url}/cases/", wait_until="networkidle")
    keep(page, "queue")
    title = page.locator(".row-title").first.inner_text()

    page.keyboard.press("j")
    page.keyboard.press("a")
    page.wait_for_selector(".toast-note")
    page.get_by_text(title).click()
    page.wait_for_selector(".timeline")
    keep(page, "case")
    page.keyboard.press("d")
    page.locator("#id_assign_post").select_option(index=1)
    keep(page, "case-assign")
    page.get_by_role("button", name="提交分派").click()
    page.wait_for_selector(".toast-note")
    page.keyboard.press("m")
    page.get_by_role("button", name="提交开始调解").click()
    page.wait_for_selector(".toast-note")
    page.keyboard.press("w")
    page.locator("#id_agree_in_writing_content").fill("三日内清走堆物，互相谅解。")
    for box in page.locator("#step-agree_in_writing input[type=checkbox]").all():
        box.check()
    keep(page, "case-agree")
    page.get_by_role("button", name="提交达成书面协议").click()
    page.wait_for_selector(".toast-note")
    page.keyboard.press("h")
    page.get_by_role("button", name="提交回访").click()
    page.wait_for_selector(".toast-note")
    page.keyboard.press("c")
    page.get_by_role("button", name="提交结案").click()
    page.wait_for_selector(".toast-note")
    keep(page, "case-closed")

    case = Case.objects.get(title=title, state="closed")
    assert case.outcome == "resolved"
    assert page.complaints == []


def test_pages_fit_desk_and_phone(open_page, live_server, street):
    number = Case.objects.filter(state="mediating").first().number
    for options in (DESK, {"viewport": {"width": 390, "height": 844}, "is_mobile": True}):
        page = open_page(**options)
        enter(page, live_server, street["officer"])
        for name, path in {
            "queue": "/cases/",
            "dispute": f"/disputes/{number}/",
            "disputes": "/disputes/",
            "register": "/disputes/register/?household=三单元502&note=楼上漏水",
            "receptions": "/disputes/receptions/",
            "reception-register": "/disputes/receptions/register/",
        }.items():
            page.goto(f"{live_server.url}{path}", wait_until="networkidle")
            keep(page, name)
            assert page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            ), name
        assert page.complaints == []
