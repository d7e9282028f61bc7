"""What may come before a dispatch: apps name a `Topic` in `settings.REMINDERS`, dispatch asks it.

A finder takes `(area, day)` and returns what is late in the area as of that day. It answers for a past day as
it would have then, so that a missed cycle lists what it should have listed.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from governance.areas.models import Area


@dataclass(frozen=True)
class LateItem:
    """One late thing. `key` is its lasting name across cycles, `lag` says in words by how much it is late.

    The key begins with a word of its kind, `deeds.obstacle:12`; `owner` is the office in words and `owner_id` the
    area it lies in, where there is one.
    """

    key: str
    title: str
    url: str
    days_late: int
    lag: str
    owner: str = ""
    owner_id: int | None = None


Finder = Callable[[Area, date], list[LateItem]]


@dataclass(frozen=True)
class Topic:
    """One sort of thing a meeting is about: a schedule chooses it by `code`, pages call it `label`."""

    code: str
    label: str
    finders: tuple[Finder, ...]

    def late(self, area: Area, day: date) -> list[LateItem]:
        return [item for finder in self.finders for item in finder(area, day)]


def topics() -> list[Topic]:
    """Every topic the apps have registered, in the order they stand on an agenda."""
    return [import_string(path) for path in settings.REMINDERS]


def chosen_topics(codes: Iterable[str]) -> list[Topic]:
    """The topics of a schedule: those it names, all when it names none."""
    codes = set(codes)
    return [topic for topic in topics() if not codes or topic.code in codes]


def late_items(area: Area, day: date, codes: Iterable[str] = ()) -> Iterator[tuple[Topic, LateItem]]:
    """Everything late in an area as of a day, over the topics chosen."""
    for topic in chosen_topics(codes):
        for item in topic.late(area, day):
            yield topic, item


def lag_words(days: int) -> str:
    """How a day stands that is so many days past, or ahead when negative."""
    if days > 0:
        return _("超期 {} 天").format(days)
    return _("还有 {} 天到期").format(-days) if days else _("今天到期")
