"""Sixty weeks under a frozen clock: days off, doubled beats, repeated runs and three weeks without any.

With `DISPATCH_OFFICES=160` there are more than 10,000 keys; without it a handful.
"""

import datetime as dt
import os
from collections import defaultdict

import pytest
import time_machine

from governance.areas.importing import AreaRow, bulk_open
from governance.areas.models import Area
from governance.casework.models import CalendarDay
from governance.dispatch.actions import make_due_cycles, open_cycle
from governance.dispatch.due import due_cycles, period_of
from governance.dispatch.enums import ActionState
from governance.dispatch.models import ActionItem, Cycle, CycleItem, CycleRun, Notice
from governance.dispatch.topics import LateItem, Topic
from tests.dispatch.test_cycles import at
from tests.factories.dispatch import make_rule

OFFICES = int(os.environ.get("DISPATCH_OFFICES", "4"))
START, WEEKS = dt.date(2026, 9, 28), 60
END = START + dt.timedelta(weeks=WEEKS) - dt.timedelta(days=1)
DAYS_OFF = {  # first day and how many; the weekend days worked instead
    dt.date(2026, 10, 1): 7,
    dt.date(2027, 2, 5): 9,
    dt.date(2027, 10, 1): 7,
}
WORKED = [dt.date(2026, 10, 10), dt.date(2027, 1, 31), dt.date(2027, 2, 20), dt.date(2027, 10, 9)]
OUTAGE = (dt.date(2027, 3, 9), dt.date(2027, 3, 30))
LIVES: dict[str, tuple[str, dt.date, dt.date]] = {}


def lives(area, day) -> list[LateItem]:
    """Things that are late in an area from a day on until another."""
    return [
        LateItem(key=key, title=key, url="/", days_late=(day - since).days, lag="超期")
        for key, (code, since, until) in LIVES.items()
        if code == area.code and since < day < until
    ]


LIFE = Topic("sample", "样本", (lives,))


@pytest.fixture
def offices(country, settings):
    settings.REMINDERS = ["tests.dispatch.test_sixty_weeks.LIFE"]
    have = Area.objects.at_level("township").count()
    more = range(100, 100 + max(OFFICES - have, 0))
    bulk_open(
        [AreaRow(f"990102{n:03d}", f"街道{n}", "township", "990102", "") for n in more],
        on=dt.date(2020, 1, 1),
    )
    rows = list(Area.objects.at_level("township").order_by("code"))
    LIVES.clear()
    for number, office in enumerate(rows):
        since = START + dt.timedelta(days=5 + 11 * (number % 20))
        LIVES[f"sample:{office.code}"] = (office.code, since, since + dt.timedelta(days=90))
    return rows


@pytest.fixture
def calendar(db):
    off = [first + dt.timedelta(days=n) for first, days in DAYS_OFF.items() for n in range(days)]
    days = [CalendarDay(day=day, is_worked=False) for day in off if day.isoweekday() <= 5]
    CalendarDay.objects.bulk_create(days + [CalendarDay(day=day, is_worked=True) for day in WORKED])


@pytest.fixture
def rules(offices):
    for kind in ("weekly", "monthly"):
        make_rule(kind, level="township", on_day=1, workday_rule="next", starts_on=START)


def decide_in(made: list[Cycle], day: dt.date) -> None:
    """Each third meeting sets a task that lives a week to three months; struck off later, as its row knows."""
    ActionItem.objects.bulk_create(
        ActionItem(
            cycle=cycle,
            area=cycle.area,
            area_code=cycle.area_code,
            text=f"{cycle.period} 的任务",
            decided_on=day,
            due_on=day + dt.timedelta(days=10),
            state=ActionState.CLOSED,
            evidence="办完了",
            ended_on=day + dt.timedelta(days=7 + (cycle.pk * 13) % 80),
        )
        for cycle in made
        if cycle.pk % 3 == 0
    )


def run_the_clock() -> None:
    for number in range(WEEKS * 7):
        day = START + dt.timedelta(days=number)
        if OUTAGE[0] <= day < OUTAGE[1]:
            continue
        with time_machine.travel(at(day, 7, 5), tick=False):
            seen_by_the_other_beat = due_cycles(at(day, 7, 5))
            made = make_due_cycles(at(day, 7, 5))
            assert [open_cycle(due) for due in seen_by_the_other_beat if due.key] == [None] * len(made)
            assert make_due_cycles(at(day, 7, 6)) == []
            decide_in(made, day)


def expected_keys(offices) -> set[tuple]:
    days = [START + dt.timedelta(days=number) for number in range(WEEKS * 7)]
    periods = {("weekly", period_of("weekly", day)) for day in days}
    periods |= {("monthly", period_of("monthly", day)) for day in days if day.day == 1}
    return {(kind, period, office.pk) for kind, period in periods for office in offices}


def test_one_cycle_per_key_and_every_open_item_in_the_next_brief(offices, rules, calendar):
    run_the_clock()

    found = list(Cycle.objects.values_list("kind", "period", "area"))
    assert len(found) == len(set(found))
    assert set(found) == expected_keys(offices)
    assert OFFICES < 160 or len(found) >= 10_000
    assert Notice.objects.filter(kind__startswith="cycle.").count() == len(found)
    assert not CycleRun.objects.exclude(error="").exists()
    off = {first + dt.timedelta(days=n) for first, days in DAYS_OFF.items() for n in range(days)}
    assert not off & set(Cycle.objects.values_list("due_on", flat=True))

    cycles = defaultdict(list)
    for cycle in Cycle.objects.order_by("period"):
        cycles[cycle.kind, cycle.area_id].append(cycle)
    listed = defaultdict(dict)
    for cycle_id, key, times in CycleItem.objects.values_list("cycle", "key", "times"):
        assert key not in listed[cycle_id]
        listed[cycle_id][key] = times
    _tasks_are_all_there(cycles, listed)
    _late_things_are_all_there(cycles, listed, {office.code: office.pk for office in offices})


def _tasks_are_all_there(cycles, listed) -> None:
    """From the first cycle after the decision to the last before the end: each once, counted up."""
    tasks = list(ActionItem.objects.select_related("cycle"))
    assert len(tasks) > OFFICES * 10
    stood = 0
    for task in tasks:
        own = [cycle for cycle in cycles[task.cycle.kind, task.area_id] if cycle.pk != task.cycle_id]
        in_time = [cycle for cycle in own if task.decided_on < cycle.due_on < task.ended_on]
        times = [listed[cycle.pk].get(task.key) for cycle in in_time]
        assert times == list(range(2, len(in_time) + 2)), (task.decided_on, task.ended_on, times)
        stood += len(times)
    assert stood == sum(key.startswith("action:") for rows in listed.values() for key in rows)


def _late_things_are_all_there(cycles, listed, offices: dict[str, int]) -> None:
    stood = 0
    for key, (code, since, until) in LIVES.items():
        for kind in ("weekly", "monthly"):
            in_time = [c for c in cycles[kind, offices[code]] if since < c.due_on < until]
            times = [listed[cycle.pk].get(key) for cycle in in_time]
            assert times == list(range(1, len(in_time) + 1))
            stood += len(times)
    assert stood == sum(key.startswith("sample:") for rows in listed.values() for key in rows)
