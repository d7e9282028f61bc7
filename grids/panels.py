"""What apps show about one compound on its page: each names a function in `settings.COMPOUND_PANELS`.

A function takes `(compound, user, day)` and answers a `Panel`, or None when it has nothing for this person. It reads
through the user's scope and takes one query.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string

from governance.people.models import User
from grids.models import Compound


@dataclass(frozen=True)
class Line:
    """One fact: what it is, what it says, where it leads; `tone` as of a state badge."""

    label: str
    text: str
    href: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Panel:
    """A block of the page. Without lines it says `empty`; `href` opens the whole."""

    title: str
    lines: tuple[Line, ...] = ()
    empty: str = ""
    href: str = ""
    href_label: str = ""


Maker = Callable[[Compound, User, date], Panel | None]


def panels_of(compound: Compound, user: User, day: date) -> list[Panel]:
    makers: list[Maker] = [import_string(path) for path in settings.COMPOUND_PANELS]
    return [panel for maker in makers if (panel := maker(compound, user, day)) is not None]
