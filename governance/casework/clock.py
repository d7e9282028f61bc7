"""Limits of cases over the working calendar in the database."""

import time as machine_time
from datetime import datetime, time, timedelta
from typing import Protocol

from django.utils import timezone

from governance.casework.enums import LimitUnit
from governance.casework.models import CalendarDay, Case, DeadlineRule
from governance.kernel.clock import (
    Calendar,
    add_work_hours,
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


def rule_for(kind: str, limit: str, *, complexity: str = "", level: str = "") -> DeadlineRule | None:
    """The most specific rule: difficulty and level, difficulty alone, level alone, neither."""
    rules = DeadlineRule.objects.filter(
        kind=kind, limit=limit, complexity__in={"", complexity}, level_id__in=[level]
    ) | DeadlineRule.objects.filter(
        kind=kind, limit=limit, complexity__in={"", complexity}, level__isnull=True
    )
    return max(rules, key=lambda rule: (rule.complexity != "", rule.level_id is not None), default=None)


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
    """The new end of a limit that stood still with `remaining` left, see `left_until`."""
    now = timezone.localtime(now)
    if remaining < 0:
        return datetime.combine(now.date() - timedelta(days=1), time(23, 59, 59), now.tzinfo)
    return moment_after(now, remaining / 60 if unit == LimitUnit.HOUR else remaining, unit)


def clock_years_unknown(case: Case) -> list[int]:
    """Years the case's limit runs through whose days off are not published yet."""
    if case.due_at is None or case.closed_on:
        return []
    last = timezone.localdate(case.due_at)
    calendar = calendar_for()
    return sorted(set(range(timezone.localdate().year, last.year + 1)) - calendar.years)
