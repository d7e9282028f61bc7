"""Tasks of meetings: set, reported, struck off with evidence; open ones stand first in the next cycle."""

from datetime import date, timedelta
from io import BytesIO

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from PIL import Image

from governance.dispatch import actions
from governance.dispatch.actions import make_due_cycles
from governance.dispatch.enums import ActionState
from governance.dispatch.models import ActionItem, Cycle
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.dispatch.test_cycles import MONDAY, at
from tests.factories.dispatch import make_cycle, make_rule
from tests.factories.dispatch_meetings import make_action, make_meeting, make_task
from tests.factories.people import make_user


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def chair(county):
    return make_user("county_official", county)


@pytest.fixture
def street(country):
    """Somebody at the street a task is set to."""
    return make_user("street_dispatcher", country["990101001"])


@pytest.fixture
def task(county, country, chair):
    return make_task(make_meeting(county, by=chair), country["990101001"], by=chair)


def picture() -> SimpleUploadedFile:
    kept = BytesIO()
    Image.new("RGB", (8, 8)).save(kept, "JPEG")
    return SimpleUploadedFile("a.jpg", kept.getvalue(), "image/jpeg")


def test_a_task_lies_with_the_office_it_is_set_to(task, country):
    assert (task.area, task.state, task.decided_on) == (country["990101001"], ActionState.OPEN, today())


def test_a_task_may_be_set_to_a_seat_beside_the_office(county, chair):
    seat = make_user("department_handler", county).live_holdings[0].post
    cycle = make_meeting(county, by=chair)

    found = actions.decide(
        cycle, by=chair, text="核对欠费", office=f"990101.{seat.pk}", due_on=today() + timedelta(days=3)
    )

    assert (found.post, found.owner) == (seat, str(seat))


def test_a_task_is_not_set_beyond_the_office_or_before_the_meeting_or_without_one(county, chair, country):
    cycle = make_meeting(county, by=chair)

    with pytest.raises(Refused, match="责任单位要是"):
        make_task(cycle, country["990102"], by=chair)
    with pytest.raises(ValidationError, match="完成期限不能早于开会日期"):
        make_task(cycle, by=chair, due_on=today() - timedelta(days=1))
    unplanned = make_cycle(county, period="2026-W41")
    with pytest.raises(Refused, match="先登记开会的日期和地点"):
        make_task(unplanned, by=chair)
    assert not ActionItem.objects.exists()


def test_the_owner_reports_and_the_office_that_set_it_strikes_it_off(task, street, chair):
    actions.report_action(task, by=street, evidence="已查清，材料见档案")
    actions.close_action(task, by=chair)

    task.refresh_from_db()
    assert (task.state, task.ended_on) == (ActionState.CLOSED, today())
    assert [(move.step, move.text) for move in task.moves.all()] == [
        ("report", "已查清，材料见档案"),
        ("close", "已查清，材料见档案"),
    ]


def test_nothing_is_struck_off_without_evidence(task, chair, street):
    for verb, by in ((actions.report_action, street), (actions.close_action, chair)):
        with pytest.raises(Refused, match="写明办理结果和依据"):
            verb(task, by=by, evidence="  ")
    with pytest.raises(IntegrityError), transaction.atomic():
        ActionItem.objects.filter(pk=task.pk).update(**{"state": "closed", "ended_on": today()})


def test_a_picture_is_evidence(task, chair, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    actions.close_action(task, by=chair, picture=picture())

    task.refresh_from_db()
    assert task.picture.area == task.area


def test_the_owner_does_not_strike_off_what_another_office_set(task, street):
    with pytest.raises(Refused, match="本单位请先报结"):
        actions.close_action(task, by=street, evidence="办完了")
    worker = make_user("grid_worker", task.area)
    with pytest.raises(PermissionDenied):
        actions.report_action(task, by=worker, evidence="办完了")


def test_what_does_not_do_goes_back_with_a_reason_and_can_be_reported_again(task, street, chair):
    actions.report_action(task, by=street, evidence="查过了")
    with pytest.raises(Refused, match="需要写明理由"):
        actions.return_action(task, by=chair, note="")
    actions.return_action(task, by=chair, note="没有附清单")
    task.refresh_from_db()
    assert task.state == ActionState.RETURNED

    actions.report_action(task, by=street, evidence="清单已附")
    actions.close_action(task, by=chair)


def test_a_withdrawn_task_keeps_its_reason_and_ends(task, chair):
    actions.withdraw_action(task, by=chair, note="与另一项合并")

    task.refresh_from_db()
    assert (task.state, task.moves.get().text) == (ActionState.WITHDRAWN, "与另一项合并")
    with pytest.raises(Refused, match="已撤销"):
        actions.close_action(task, by=chair, evidence="x")


def test_mine_are_those_of_the_own_office_and_seat(county, country, chair, street):
    cycle = make_meeting(county, by=chair)
    handler = make_user("department_handler", county)
    seat = handler.live_holdings[0].post
    to_street = make_task(cycle, country["990101001"], by=chair)
    to_seat = actions.decide(cycle, by=chair, text="核对", office=f"990101.{seat.pk}", due_on=today())
    make_task(cycle, country["990101002"], by=chair)

    assert list(ActionItem.objects.of_offices(street)) == [to_street]
    assert list(ActionItem.objects.of_offices(handler)) == [to_seat]
    assert list(ActionItem.objects.of_offices(chair)) == []


@pytest.fixture
def weeks(county, settings):
    """`weeks(n)`: the county's cycle of the n-th week, made on its Monday."""
    settings.REMINDERS = []
    make_rule(area=county, starts_on=MONDAY)

    def make(number: int) -> Cycle:
        moment = at(MONDAY + timedelta(weeks=number))
        with time_machine.travel(moment, tick=False):
            [cycle] = make_due_cycles(moment)
        return cycle

    return make


def decided_in(cycle: Cycle, by, *, due: int) -> ActionItem:
    with time_machine.travel(at(cycle.due_on, 10), tick=False):
        actions.plan_meeting(cycle, by=by, meets_on=cycle.due_on)
        return make_task(cycle, by=by, due_on=cycle.due_on + timedelta(days=due))


def listed(cycle: Cycle) -> list[tuple]:
    return [
        (item.action_id, item.times, (cycle.due_on - item.first_on).days, item.lag)
        for item in cycle.items.all()
    ]


def test_an_open_task_stands_in_each_next_cycle_with_its_age_until_it_is_struck_off(weeks, chair):
    first = weeks(0)
    task = decided_in(first, chair, due=10)

    second, third = weeks(1), weeks(2)
    with time_machine.travel(at(MONDAY + timedelta(days=16)), tick=False):
        actions.close_action(task, by=chair, evidence="办完了")
    fourth = weeks(3)

    assert listed(first) == []
    assert listed(second) == [(task.pk, 2, 7, "还有 3 天到期")]
    assert listed(third) == [(task.pk, 3, 14, "超期 4 天")]
    assert listed(fourth) == []
    assert (third.task_count, fourth.task_count, fourth.closed_count) == (1, 0, 1)


def test_a_task_reported_but_not_struck_off_is_carried(weeks, chair):
    task = decided_in(weeks(0), chair, due=3)
    with time_machine.travel(at(MONDAY + timedelta(days=2)), tick=False):
        actions.report_action(task, by=chair, evidence="办完了，请核")

    assert listed(weeks(1)) == [(task.pk, 2, 7, "超期 4 天")]


def test_a_cycle_made_late_lists_what_was_open_on_its_day(weeks, chair, county):
    task = decided_in(weeks(0), chair, due=3)
    with time_machine.travel(at(MONDAY + timedelta(days=16)), tick=False):
        actions.close_action(task, by=chair, evidence="办完了")

    moment = at(MONDAY + timedelta(weeks=3))
    with time_machine.travel(moment, tick=False):
        made = make_due_cycles(moment)

    assert [cycle.items.count() for cycle in made] == [1, 1, 0]


def test_tasks_are_carried_within_one_office_and_kind(weeks, chair, county, country):
    decided_in(weeks(0), chair, due=3)
    make_rule("monthly", area=county, starts_on=MONDAY)
    make_rule(area=country["990102"], starts_on=MONDAY)
    moment = at(date(2026, 12, 7))
    with time_machine.travel(moment, tick=False):
        made = make_due_cycles(moment)

    carried = {(cycle.area.code, cycle.kind): cycle.items.count() for cycle in made if cycle.due_on > MONDAY}
    assert carried == {("990101", "weekly"): 1, ("990101", "monthly"): 0, ("990102", "weekly"): 0}


def test_one_action_lies_with_its_own_maker(country):
    assert make_action(country["990101001"]).cycle.area == country["990101001"]
