"""Limits over the published calendar: 国庆, 春节 and their make-up days; pause and resume; the sweep."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from governance.casework.actions.calendar import load_published_days
from governance.casework.actions.ticking import run_clocks
from governance.casework.clock import (
    calendar_for,
    clock_years_unknown,
    due_by,
    forget_calendar,
    left_until,
    moment_after,
    resumed_due,
)
from governance.casework.models import CalendarDay, Case
from governance.casework.rulebook import RuleBook
from tests.factories.casework import make_case, make_rules

CHINA = ZoneInfo("Asia/Shanghai")


def at(*parts):
    return datetime(*parts, tzinfo=CHINA)


@pytest.fixture(autouse=True)
def calendar(db):
    make_rules()
    forget_calendar()
    yield
    forget_calendar()


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        (at(2026, 9, 30, 10), 1, date(2026, 10, 8)),  # 国庆 10-01…10-07
        (at(2026, 10, 9, 10), 1, date(2026, 10, 10)),  # 10-10 is a Saturday worked to make up
        (at(2026, 2, 13, 16), 1, date(2026, 2, 14)),  # a Saturday worked before 春节
        (at(2026, 2, 14, 16), 1, date(2026, 2, 24)),
        (at(2026, 11, 20, 10), 7, date(2026, 12, 1)),
    ],
)
def test_limit_passes_over_holidays_and_counts_make_up_days(start, days, due):
    moment = moment_after(start, days, "day")

    assert (moment.date(), moment.hour, moment.minute) == (due, 23, 59)


def test_rule_of_the_difficulty_wins_over_the_general_one():
    here = {"area_code": "990101", "day": date(2026, 11, 20)}
    assert RuleBook().rule("dispute", "handle", complexity="hard", **here).amount == 20
    assert RuleBook().rule("dispute", "accept", complexity="hard", **here).amount == 1
    assert RuleBook().rule("request", "accept", **here) is None
    assert due_by(None, at(2026, 11, 20)) is None


def test_limit_in_hours_runs_in_office_hours():
    assert moment_after(at(2026, 11, 20, 17), 2, "hour") == at(2026, 11, 23, 10)


@pytest.mark.parametrize("unit", ["day", "hour"])
def test_what_was_left_at_the_pause_is_left_after_it(unit):
    due = moment_after(at(2026, 11, 16, 10), 5, unit)
    left = left_until(due, at(2026, 11, 16, 11), unit)

    resumed = resumed_due(left, at(2026, 12, 7, 9), unit)

    assert left_until(resumed, at(2026, 12, 7, 9), unit) == left


def test_limit_already_over_stays_over():
    left = left_until(at(2026, 11, 16, 23), at(2026, 11, 18, 9), "day")

    assert left < 0
    assert resumed_due(left, at(2026, 12, 7, 9), "day") < at(2026, 12, 7)


def test_year_without_a_published_calendar_is_named(country):
    with time_machine.travel(at(2026, 12, 30, 10), tick=False):
        case = make_case(country["990101001"], due_at=at(2027, 1, 8))

        assert clock_years_unknown(case) == [2027]
        assert calendar_for().knows(date(2026, 12, 30))


def test_loading_again_keeps_days_entered_by_hand():
    CalendarDay.objects.create(day=date(2027, 1, 1), is_worked=False, source="手工")
    before = CalendarDay.objects.count()

    load_published_days()

    assert CalendarDay.objects.count() == before


def test_sweep_marks_once_and_by_the_limit_not_by_its_own_hour(country):
    due = at(2026, 11, 18, 23, 59, 59)
    late = make_case(country["990101001"], handle_due_at=due, due_at=due)
    paused = make_case(country["990101001"], handle_due_at=due, due_at=due, paused_at=due, remaining=0)
    in_time = make_case(country["990101001"], handle_due_at=at(2026, 11, 30), due_at=at(2026, 11, 30))

    struck = [run_clocks(at(2026, 11, 22)), run_clocks(at(2026, 11, 22)), run_clocks(at(2026, 11, 25))]

    assert struck == [1, 0, 0]
    assert Case.objects.get(pk=late.pk).late_on == date(2026, 11, 19)
    assert late.actions.filter(kind="late").count() == 1
    assert Case.objects.filter(pk__in=[paused.pk, in_time.pk], late_on=None).count() == 2


def test_clock_state_and_its_filter_agree(country):
    now = at(2026, 11, 22, 12)
    shapes = {
        "overdue": {"due_at": now - timedelta(hours=1)},
        "near": {"due_at": now + timedelta(hours=3)},
        "on_time": {"due_at": now + timedelta(days=3)},
        "paused": {"due_at": now, "paused_at": now, "remaining": 2},
        "stopped": {},
    }
    for state, fields in shapes.items():
        case = make_case(country["990101001"], **fields)
        assert case.clock_state(now) == state
        assert Case.objects.in_clock_state(state, now).get() == case
