"""What may come before a dispatch: apps name functions in `settings.REMINDERS`, dispatch calls them.

A function takes `(area, day)` and returns what is late in the area as of that day. It answers for a past day as
it would have then, so that a missed cycle lists what it should have listed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string

from governance.areas.models import Area


@dataclass(frozen=True)
class LateItem:
    """One late thing. `key` is its lasting name across cycles, `lag` says in words by how much it is late."""

    key: str
    topic: str
    title: str
    url: str
    days_late: int
    lag: str
    owner: str = ""


Topic = Callable[[Area, date], list[LateItem]]


def late_items(area: Area, day: date) -> list[LateItem]:
    """Everything late in an area as of a day, over all topics."""
    topics: list[Topic] = [import_string(path) for path in settings.REMINDERS]
    return [item for topic in topics for item in topic(area, day)]
