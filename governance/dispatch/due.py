"""Which cycles are due: a pure reading of the clock and the rows, the same however often and late it runs."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from governance.areas.models import Area
from governance.casework.clock import calendar_for
from governance.dispatch.enums import CATCH_UP_WEEKS, CycleKind, WorkdayRule
from governance.dispatch.models import Cycle, CycleRule
from governance.kernel.days import month_key, week_key, week_start


@dataclass(frozen=True)
class Due:
    """A cycle that should exist. `(kind, period, area)` is its key; `topics` are those its schedule asks for."""

    kind: str
    period: str
    area: Area
    due_on: date
    topics: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, int]:
        return self.kind, self.period, self.area.pk


def due_cycles(now: datetime) -> list[Due]:
    """What is due at `now` and does not exist yet, oldest first; missed periods of the last weeks included."""
    local = timezone.localtime(now)
    horizon = local.date() - timedelta(weeks=CATCH_UP_WEEKS)
    made = set(Cycle.objects.filter(due_on__gte=horizon - _SLACK).values_list("kind", "period", "area"))
    found: dict[tuple, Due] = {}
    rules = list(CycleRule.objects.filter(enabled=True).select_related("area", "level").order_by("pk"))
    own = {(rule.kind, rule.area_id): rule.topics for rule in rules if rule.area_id}
    for rule in rules:
        days = [row for row in due_days(rule, horizon, local.date()) if _struck(rule, row[1], local)]
        for area in _offices(rule) if days else []:
            for period, day in days:
                chosen = own.get((rule.kind, area.pk), rule.topics)
                due = Due(rule.kind, period, area, day, tuple(chosen))
                if due.key not in made and area.was_open(day):
                    found.setdefault(due.key, due)
    return sorted(found.values(), key=lambda due: (due.due_on, due.period, due.kind, due.area.code))


# How far off days can push a day: 春节 with its weekends at most.
_SHIFT = timedelta(days=15)
# A rule whose day changed within a period must not open the period again: look a month further back.
_SLACK = timedelta(days=31) + _SHIFT


def period_of(kind: str, day: date) -> str:
    return week_key(day) if kind == CycleKind.WEEKLY else month_key(day)


def first_day_of(kind: str, period: str) -> date:
    """The day a period begins on: the Monday of its week, or the first of its month."""
    if kind == CycleKind.WEEKLY:
        return date.fromisocalendar(int(period[:4]), int(period[6:]), 1)
    return date.fromisoformat(f"{period}-01")


def due_days(rule: CycleRule, first: date, last: date) -> list[tuple[str, date]]:
    """Period and day of everything the rule brings within `first` to `last`, both included, none before it starts.

    The period is that of the rule's own day, wherever days off move it: a week with none worked keeps its cycle.
    """
    begin = max(first - _SHIFT, rule.starts_on)
    days = _weekdays(rule.on_day, begin) if rule.kind == CycleKind.WEEKLY else _monthdays(rule.on_day, begin)
    found = []
    for own_day in days:
        if own_day > last + _SHIFT:
            return found
        day = worked_day(rule.workday_rule, own_day)
        if own_day >= rule.starts_on and first <= day <= last:
            found.append((period_of(rule.kind, own_day), day))
    return found


@dataclass(frozen=True)
class Run:
    """One coming making of cycles; `is_guessed` where its year's days off are not published."""

    at: datetime
    period: str
    is_guessed: bool


def next_runs(rule: CycleRule, now: datetime, number: int = 5) -> list[Run]:
    """When a rule makes its next cycles."""
    local = timezone.localtime(now)
    first = max(local.date(), rule.starts_on - _SHIFT)
    runs = [
        Run(_moment(rule, day), period, not is_certain(rule.workday_rule, day))
        for period, day in due_days(rule, first, first + timedelta(days=32 * (number + 1)))
    ]
    return [run for run in runs if run.at > now][:number]


def is_certain(workday_rule: str, day: date) -> bool:
    """Whether days off cannot move the day any more: they are published, or the rule does not ask."""
    return workday_rule == WorkdayRule.EXACT or calendar_for().knows(day)


def _moment(rule: CycleRule, day: date) -> datetime:
    return datetime.combine(day, time(rule.hour, rule.minute), timezone.get_default_timezone())


def worked_day(workday_rule: str, day: date) -> date:
    """The day itself, or the working day before or after it; years not published go by weekdays."""
    if workday_rule == WorkdayRule.EXACT:
        return day
    calendar_days = calendar_for()
    onward = timedelta(days=1 if workday_rule == WorkdayRule.NEXT else -1)
    while not calendar_days.is_workday(day):
        day += onward
    return day


def _weekdays(weekday: int, first: date) -> Iterator[date]:
    day = week_start(first) + timedelta(days=weekday - 1)
    while True:
        yield day
        day += timedelta(weeks=1)


def _monthdays(on_day: int, first: date) -> Iterator[date]:
    year, month = first.year, first.month
    while True:
        yield date(year, month, min(on_day, calendar.monthrange(year, month)[1]))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _struck(rule: CycleRule, day: date, local: datetime) -> bool:
    return _moment(rule, day) <= local


def _offices(rule: CycleRule) -> list[Area]:
    return [rule.area] if rule.area else list(Area.objects.at_level(rule.level_id).order_by("code"))
