"""What may come before a dispatch: apps name functions in `settings.REMINDERS`, dispatch calls them.

A function takes `(area, day)` and returns what is late in the area as of that day. It answers for a past day as
it would have then, so that a missed cycle lists what it should have listed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from governance.areas.models import Area


@dataclass(frozen=True)
class LateItem:
    """One late thing. `key` is its lasting name across cycles, `lag` says in words by how much it is late.

    The key begins with the topic's own key, `deeds.obstacle:12`; `topic` is the topic's label, `owner` the office in
    words and `owner_id` the area it lies in, where there is one.
    """

    key: str
    topic: str
    title: str
    url: str
    days_late: int
    lag: str
    owner: str = ""
    owner_id: int | None = None


Topic = Callable[[Area, date], list[LateItem]]


def late_items(area: Area, day: date) -> list[LateItem]:
    """Everything late in an area as of a day, over all topics."""
    topics: list[Topic] = [import_string(path) for path in settings.REMINDERS]
    return [item for topic in topics for item in topic(area, day)]


def lag_words(days: int) -> str:
    """How a day stands that is so many days past, or ahead when negative."""
    if days > 0:
        return _("超期 {} 天").format(days)
    return _("还有 {} 天到期").format(-days) if days else _("今天到期")
