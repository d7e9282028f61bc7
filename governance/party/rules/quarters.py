"""Quarters by their keys, e.g. `2026-Q3`."""

import re
from datetime import date, timedelta

from governance.kernel.days import quarter_start

KEY = re.compile(r"(20[0-9]{2})-Q([1-4])")


def quarter_key(day: date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"


def span_of(quarter: str) -> tuple[date, date]:
    """First and last day; raises `ValueError` for what is no quarter."""
    found = KEY.fullmatch(quarter)
    if found is None:
        raise ValueError(quarter)
    year, number = int(found[1]), int(found[2])
    first = date(year, 3 * number - 2, 1)
    following = date(year + 1, 1, 1) if number == 4 else date(year, 3 * number + 1, 1)
    return first, following - timedelta(days=1)


def last_over(day: date) -> str:
    """The last quarter that is over on a day."""
    return quarter_key(quarter_start(day) - timedelta(days=1))


def is_over(quarter: str, day: date) -> bool:
    return bool(KEY.fullmatch(quarter)) and span_of(quarter)[1] < day
