from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from governance.kernel.clock import (
    Calendar,
    add_work_hours,
    add_workdays,
    due_moment,
    warns_of,
    workdays_between,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
# The days off around National Day 2025: 1–8 October off, Sunday 28 September and Saturday 11 October worked.
AUTUMN = Calendar(
    off=frozenset(date(2025, 10, day) for day in range(1, 9)),
    on=frozenset({date(2025, 9, 28), date(2025, 10, 11)}),
    years=frozenset({2025}),
)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2025, 9, 26), 1, date(2025, 9, 28)),
        (date(2025, 9, 30), 1, date(2025, 10, 9)),
        (date(2025, 9, 30), 3, date(2025, 10, 11)),
        (date(2025, 10, 3), 0, date(2025, 10, 9)),
        (date(2025, 9, 27), 1, date(2025, 9, 28)),
    ],
)
def test_add_workdays_knows_holidays_and_makeup_days(start, days, end):
    assert add_workdays(AUTUMN, start, days) == end


def test_workdays_between_is_the_inverse():
    start = date(2025, 9, 26)
    for days in range(1, 20):
        assert workdays_between(AUTUMN, start, add_workdays(AUTUMN, start, days)) == days
    assert workdays_between(AUTUMN, date(2025, 10, 9), date(2025, 9, 30)) == -1


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        (datetime(2025, 9, 29, 9), 2, datetime(2025, 9, 29, 11)),
        (datetime(2025, 9, 29, 11), 2, datetime(2025, 9, 29, 15)),
        (datetime(2025, 9, 30, 17), 4, datetime(2025, 10, 9, 12)),
        (datetime(2025, 9, 27, 23), 3, datetime(2025, 9, 28, 12)),
    ],
)
def test_add_work_hours_counts_office_hours_only(start, hours, end):
    found = add_work_hours(AUTUMN, start.replace(tzinfo=SHANGHAI), hours)
    assert found == end.replace(tzinfo=SHANGHAI)


def test_due_moment_is_the_end_of_the_last_day():
    begun = datetime(2025, 9, 30, 10, tzinfo=SHANGHAI)
    assert due_moment(AUTUMN, begun, 1) == datetime(2025, 10, 9, 23, 59, 59, tzinfo=SHANGHAI)


def test_a_year_without_published_days_off_is_named():
    assert warns_of(AUTUMN, date(2025, 5, 1), date(2027, 1, 4), date(2027, 2, 1)) == [2027]
