"""Reminder ladders: apps name a `Ladder` in `settings.LADDERS`, the sweep climbs it.

A ladder finds what is not done of one kind and its due days; when who is told are rows, `LadderStep`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import Recipient
from governance.dispatch.topics import lag_words
from governance.kernel.wording import day_in_full

WHAT = 120  # of a thing inside a sentence


@dataclass(frozen=True)
class Deadline:
    """One thing that is not done: `what` in words, where it lies, and its due day.

    `page` is the row its page shows, and `row` tells it from others of the same page. A thing that was given to a
    seat names it in `post_id`, and `area_code` is where the seat is.
    """

    page: int
    what: str
    area_code: str
    due_on: date
    row: int | None = None
    post_id: int | None = None


# What is not done as of a day and due by another: `(day, until)`.
Finder = Callable[[date, date], Iterable[Deadline]]

_AHEAD = _("{what}{lag}（期限 {due}），请按期办结。")
_PAST = _("{what}{lag}（期限 {due}），请尽快办结。")
_ABOVE = _("请督促{office}：{words}")


@dataclass(frozen=True)
class Ladder:
    """One kind of thing with a due day. `code` is the kind of its steps and notices, `ahead` and `past` what they say.

    `page` and `right` say where the thing is shown, and to whom. A kind that `must` be told keeps a step.
    """

    code: str
    label: str
    find: Finder
    page: str
    right: str
    ahead: str = _AHEAD
    past: str = _PAST
    must: bool = True

    def words(self, thing: Deadline, day: date) -> str:
        """What the office is told on a day; from the due day on the thing is to be done at once."""
        late = (day - thing.due_on).days
        sentence = self.past if late >= 0 else self.ahead
        return str(sentence).format(
            what=thing.what[:WHAT], lag=lag_words(late), left=-late, due=day_in_full(thing.due_on)
        )

    def kind(self, recipient: str) -> str:
        """The kind of its notices: one that goes a level up is a kind of its own."""
        return f"{self.code}.up" if recipient == Recipient.ABOVE else self.code


def ladders() -> list[Ladder]:
    """Every ladder the apps have registered."""
    return [import_string(path) for path in settings.LADDERS]


def words_above(words: str, office: str) -> str:
    """What the office one level up is told of an office below it."""
    return str(_ABOVE).format(office=office, words=words)


def period_of(thing: Deadline, step_id: int) -> str:
    """What a notice is told once by: the thing, its due day and the step. A due day that moves is told anew."""
    return f"{thing.page}.{thing.row or 0}:{thing.due_on:%Y%m%d}:{step_id}"


def page_behind(kind: str, period: str, user, area_code: str) -> str:
    """The page of the thing a notice is about, for whoever may open it; else empty."""
    found = next((ladder for ladder in ladders() if kind in (ladder.code, f"{ladder.code}.up")), None)
    if found is None or not user.may(found.right, area_code):
        return ""
    return reverse(found.page, args=[period.partition(".")[0]])
