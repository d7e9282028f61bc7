"""Limits of cases over the working calendar in the database."""

import time as machine_time
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Protocol

from django.utils import timezone

from governance.casework.enums import NEAR_DUE, Expiry, Limit, LimitUnit, Tick
from governance.casework.models import CalendarDay, Case
from governance.kernel.clock import (
    Calendar,
    add_work_hours,
    add_workdays,
    due_moment,
    work_hours_between,
    workdays_between,
)


class WorkLimit(Protocol):
    """A number of working days or working hours: a deadline rule, or what else knows both."""

    amount: int
    unit: str


_KEEP_SECONDS = 300
_kept: dict[str, tuple[float, Calendar]] = {}


def calendar_for() -> Calendar:
    """The working calendar, read once in five minutes a process."""
    held = _kept.get("calendar")
    if held and held[0] > machine_time.monotonic():
        return held[1]
    calendar = _read_calendar()
    _kept["calendar"] = (machine_time.monotonic() + _KEEP_SECONDS, calendar)
    return calendar


def forget_calendar() -> None:
    """Read the calendar anew on the next call: after it was loaded or edited."""
    _kept.clear()


def _read_calendar() -> Calendar:
    rows = list(CalendarDay.objects.values_list("day", "is_worked"))
    return Calendar(
        off=frozenset(day for day, worked in rows if not worked),
        on=frozenset(day for day, worked in rows if worked),
        years=frozenset(day.year for day, _ in rows),
    )


def due_by(rule: WorkLimit | None, start: datetime) -> datetime | None:
    """When the limit of a rule ends that began at `start`; no rule, no limit."""
    if rule is None:
        return None
    return moment_after(timezone.localtime(start), rule.amount, rule.unit)


def moment_after(start: datetime, amount: float, unit: str) -> datetime:
    """`amount` working days (to the end of the last) or working hours after `start`, a local moment."""
    if unit == LimitUnit.HOUR:
        return add_work_hours(calendar_for(), start, amount)
    return due_moment(calendar_for(), start, int(amount))


def left_until(due: datetime, now: datetime, unit: str) -> int:
    """What is left of a limit: working days, or working minutes for limits in hours. Negative once over."""
    now, due = timezone.localtime(now), timezone.localtime(due)
    if unit == LimitUnit.HOUR:
        return round(work_hours_between(calendar_for(), now, due) * 60)
    days = workdays_between(calendar_for(), now.date(), due.date())
    return -1 if days == 0 and due < now else days


def resumed_due(remaining: int, now: datetime, unit: str) -> datetime:
    """The new end of a limit that stood still with `remaining` left, see `left_until`.

    One that was over stays over by as many working days: a pause neither heals nor adds lateness.
    """
    now = timezone.localtime(now)
    if remaining < 0 and unit == LimitUnit.DAY:
        return datetime.combine(
            add_workdays(calendar_for(), now.date(), remaining), time(23, 59, 59), now.tzinfo
        )
    if remaining < 0:
        return datetime.combine(now.date() - timedelta(days=1), time(23, 59, 59), now.tzinfo)
    return moment_after(now, remaining / 60 if unit == LimitUnit.HOUR else remaining, unit)


def moved_due(due: datetime, amount: int, unit: str) -> datetime:
    """A limit's end `amount` working days or hours later, or earlier when negative."""
    due = timezone.localtime(due)
    if unit == LimitUnit.HOUR and amount >= 0:
        return add_work_hours(calendar_for(), due, amount)
    return datetime.combine(add_workdays(calendar_for(), due.date(), amount), due.timetz())


def ticks_of(case: Case) -> list[tuple[datetime, Tick]]:
    """Everything the running limits of a case bring about, each with its moment, in order.

    The moments follow from the limits and the calendar alone, never from when somebody looks.
    """
    if case.closed_on is not None or case.paused_at is not None:
        return []
    order = list(Tick)
    return sorted([*_of_present(case), *_of_settling(case)], key=lambda tick: (tick[0], order.index(tick[1])))


def next_tick(case: Case, *, after: datetime) -> datetime | None:
    """The first moment after `after` at which the clock of a case has something to do."""
    return next((moment for moment, _tick in ticks_of(case) if moment > after), None)


def escalates(case: Case) -> bool:
    """Whether the end of the limit to settle hands the case up instead of making it late."""
    is_settling = case.limit == Limit.HANDLE and not case.outcome
    return is_settling and case.rule is not None and case.rule.on_expiry == Expiry.ESCALATE


def card_moments(case: Case) -> dict[Tick, datetime]:
    """When the limit that runs now brings a yellow and a red card, unless it is met."""
    rule, due = case.rule, case.due_at
    if rule is None or due is None or rule.on_expiry != Expiry.CARD:
        return {}
    after = {Tick.YELLOW: rule.yellow_after, Tick.RED: rule.red_after}
    return {tick: _past(due, days) for tick, days in after.items() if days is not None}


def _of_present(case: Case) -> Iterator[tuple[datetime, Tick]]:
    if case.due_at is None:
        return
    if case.limit_began_at is None or case.due_at - NEAR_DUE > case.limit_began_at:
        yield case.due_at - NEAR_DUE, Tick.NEAR
    yield _past(case.due_at, 0), Tick.OVER
    for tick, moment in card_moments(case).items():
        yield moment, tick


def _of_settling(case: Case) -> Iterator[tuple[datetime, Tick]]:
    if case.handle_due_at is None or case.outcome or case.late_on or escalates(case):
        return
    yield _past(case.handle_due_at, 0), Tick.LATE


def _past(due: datetime, days: int) -> datetime:
    """The first moment at which a limit has been over for more than `days` working days."""
    due = timezone.localtime(due)
    last = due_moment(calendar_for(), due, days) if days else due
    return last + timedelta(seconds=1)


def clock_years_unknown(case: Case) -> list[int]:
    """Years the case's limit runs through whose days off are not published yet."""
    if case.due_at is None or case.closed_on:
        return []
    last = timezone.localdate(case.due_at)
    calendar = calendar_for()
    return sorted(set(range(timezone.localdate().year, last.year + 1)) - calendar.years)
