"""Deadlines in working days and working hours over a published calendar (调休 included).

Pure arithmetic: the calendar comes in as a value, so the rule can be read and tested without a
database. A year whose holidays have not been published is counted by weekdays alone, and the
answer says so: the State Council publishes next year's days off each November, and a guess that
looks certain would be worse than a warning.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

FULL_DAY_HOURS = 8


@dataclass(frozen=True)
class WorkHours:
    """Office hours of one day: two spells with a lunch break between."""

    spells: tuple[tuple[time, time], ...] = ((time(9), time(12)), (time(14), time(18)))
    zone_offset_hours: int = 8


@dataclass(frozen=True)
class Calendar:
    """Which days are worked.

    `off` are weekdays that are holidays, `on` weekend days that are worked to make up for one,
    `years` the years whose days off are published.
    """

    off: frozenset[date] = field(default_factory=frozenset)
    on: frozenset[date] = field(default_factory=frozenset)
    years: frozenset[int] = field(default_factory=frozenset)

    def is_workday(self, day: date) -> bool:
        if day in self.on:
            return True
        return day.isoweekday() <= 5 and day not in self.off

    def knows(self, day: date) -> bool:
        """Whether the days off of that year are published."""
        return day.year in self.years


def add_workdays(calendar: Calendar, start: date, days: int) -> date:
    """The date `days` working days after `start`; the day of the event does not count (民法典 第201条).

    With `days` 0 the answer is `start` itself if worked, else the next worked day; negative `days` go back.
    """
    day = start
    left = abs(days)
    onward = timedelta(days=1 if days >= 0 else -1)
    while left > 0:
        day += onward
        if calendar.is_workday(day):
            left -= 1
    while not calendar.is_workday(day):
        day += timedelta(days=1)
    return day


def workdays_between(calendar: Calendar, start: date, end: date) -> int:
    """Working days after `start` up to and including `end`; negative when `end` lies before `start`."""
    if end < start:
        return -workdays_between(calendar, end, start)
    day, count = start, 0
    while day < end:
        day += timedelta(days=1)
        count += calendar.is_workday(day)
    return count


def add_work_hours(
    calendar: Calendar, start: datetime, hours: float, office: WorkHours | None = None
) -> datetime:
    """The moment `hours` working hours (工作时) after `start`; `start` is aware, the answer in its zone."""
    office = office or WorkHours()
    left = timedelta(hours=hours)
    day = start.date()
    while True:
        if calendar.is_workday(day):
            for opens, closes in office.spells:
                begin = max(start, datetime.combine(day, opens, start.tzinfo))
                end = datetime.combine(day, closes, start.tzinfo)
                spell = end - begin
                if spell <= timedelta(0):
                    continue
                if left <= spell:
                    return begin + left
                left -= spell
        day += timedelta(days=1)


def work_hours_between(
    calendar: Calendar, start: datetime, end: datetime, office: WorkHours | None = None
) -> float:
    """Working hours from `start` to `end` (aware, same zone); negative when `end` lies before `start`."""
    if end < start:
        return -work_hours_between(calendar, end, start, office)
    office = office or WorkHours()
    total, day = timedelta(0), start.date()
    while day <= end.date():
        if calendar.is_workday(day):
            for opens, closes in office.spells:
                begin = max(start, datetime.combine(day, opens, start.tzinfo))
                finish = min(end, datetime.combine(day, closes, start.tzinfo))
                total += max(finish - begin, timedelta(0))
        day += timedelta(days=1)
    return total / timedelta(hours=1)


def due_moment(calendar: Calendar, start: datetime, days: int) -> datetime:
    """The end of the last working day of a limit of `days` working days that began at `start` (aware, local)."""
    return datetime.combine(add_workdays(calendar, start.date(), days), time(23, 59, 59), start.tzinfo)


def warns_of(calendar: Calendar, *days: date) -> list[int]:
    """Years among `days` whose days off are not published, for a visible warning."""
    return sorted({day.year for day in days if not calendar.knows(day)})
