"""A weekly meeting from its agenda to issued minutes; the street reports, the county strikes off."""

from datetime import timedelta

import pytest
from django.utils import timezone

from governance.dispatch.actions import make_due_cycles
from governance.dispatch.models import ActionItem, Cycle
from governance.kernel.days import today, week_key
from tests.browser.screens import OVERFLOWING, PHONE, WALL
from tests.factories.deeds import make_deed_project, make_obstacle
from tests.factories.dispatch import make_cycle, make_rule
from tests.factories.dispatch_meetings import load_points

pytestmark = pytest.mark.browser


@pytest.fixture
def cycle(small_city):
    """The county's cycle of this week: something is late, and a task of last week is still open."""
    load_points()
    county, street = small_city.own["county"], small_city.own["township"]
    make_obstacle(
        make_deed_project(small_city.own["grid"], name="望湖苑"), due_on=today() - timedelta(days=5)
    )
    then = today() - timedelta(days=7)
    last = make_cycle(county, period=week_key(then), due_on=then, meets_on=then)
    ActionItem.objects.create(
        cycle=last,
        area=street,
        text="核对望湖苑缴费户数",
        decided_on=then,
        due_on=today() - timedelta(days=1),
    )
    make_rule(area=county, on_day=today().isoweekday(), hour=0, starts_on=today())
    make_due_cycles(timezone.now())
    return Cycle.objects.get(area=county, due_on=today())


def plan(page) -> None:
    page.get_by_role("link", name="登记会议").click()
    page.get_by_label("地点").fill("三楼会议室")
    page.get_by_label("主持岗位").select_option(index=1)
    page.get_by_role("button", name="登记会议").click()
    page.get_by_text("已办理登记会议").wait_for()


def minute(page) -> None:
    point = page.locator(".agenda-point").first
    point.get_by_text("记纪要").click()
    point.locator("textarea").fill("上期任务一项没有销号，街道说明了原因。")
    point.get_by_role("button", name="保存纪要").click()
    page.locator(".agenda-minutes", has_text="街道说明了原因").wait_for()


def decide(page, street) -> None:
    page.get_by_label("任务", exact=True).fill("查清望湖苑欠费原因，列出清单")
    page.get_by_label("责任单位", exact=True).select_option(street.code)
    page.get_by_label("完成期限").fill((today() + timedelta(days=6)).isoformat())
    page.get_by_role("button", name="定任务").click()
    page.locator("#tasks .row-item", has_text="列出清单").wait_for()


def hold_and_issue(page) -> None:
    page.get_by_role("link", name="登记到会").click()
    page.get_by_role("button", name="登记到会").click()
    page.get_by_role("button", name="登记开会").click()
    page.get_by_text("已登记开会").wait_for()
    page.locator("summary", has_text="印发纪要").click()
    page.get_by_role("button", name="确认印发纪要").click()
    page.get_by_text("内容不再变").wait_for()


def test_a_weekly_meeting_from_agenda_to_issued_minutes(
    page_desk, open_page, live_server, enter, small_city, cycle
):
    chair, clerk = (small_city.people[role] for role in ("county_official", "street_dispatcher"))
    page = enter(page_desk, chair)
    page.goto(f"{live_server.url}/dispatch/cycles/{cycle.pk}/")
    page.get_by_role("heading", name="以前定下没有销号的任务").wait_for()
    assert "第 2 次列入，已 7 天" in page.locator(".row-item", has_text="核对望湖苑缴费户数").inner_text()

    plan(page)
    minute(page)
    decide(page, small_city.own["township"])
    assert page.evaluate(OVERFLOWING) == []
    hold_and_issue(page)
    assert page.get_by_role("link", name="登记会议").count() == 0

    wall = enter(open_page(**WALL), chair)
    wall.goto(f"{live_server.url}/dispatch/cycles/{cycle.pk}/wall/")
    wall.get_by_text("列出清单").wait_for()
    assert wall.evaluate(OVERFLOWING) == []

    phone = enter(open_page(**PHONE), clerk)
    phone.goto(f"{live_server.url}/dispatch/actions/?mine=true&pending=true")
    phone.get_by_role("link", name="查清望湖苑欠费原因").click()
    phone.get_by_label("办理结果和依据").fill("欠费 12 户，清单已报")
    assert phone.evaluate(OVERFLOWING) == []
    phone.get_by_role("button", name="报结").click()
    phone.get_by_text("任务已报结").wait_for()

    page.goto(f"{live_server.url}/dispatch/actions/?state=reported")
    page.get_by_role("link", name="查清望湖苑欠费原因").click()
    page.get_by_role("button", name="销号").click()
    page.get_by_text("任务已销号").wait_for()
    assert page.complaints == phone.complaints == wall.complaints == []
