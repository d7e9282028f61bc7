"""Figures as pages link them: a tile with its list and its explanation, the lines of a block, the way up and down."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from urllib.parse import urlencode

from django.urls import resolve, reverse

from governance.areas.models import Area
from governance.kernel.days import today
from governance.kernel.links import plain_url
from governance.people.models import User
from governance.statistics import registry
from governance.statistics.counting import AREA
from governance.statistics.definitions import Group
from governance.statistics.differing import NOTHING, Difference
from governance.statistics.enums import Right
from governance.statistics.reading import Reading, Span, read_values, span_of


@dataclass(frozen=True)
class Tile:
    """A reading as a tile: opens its list, or its explanation where there is none for this person."""

    reading: Reading
    user: User

    @property
    def explain_url(self) -> str:
        return address("statistics:explain", self.reading, key=self.reading.indicator.key)

    @property
    def url(self) -> str:
        return open_lists(self.reading, self.user)["numerator"] or self.explain_url

    def shown(self, change: Difference = NOTHING) -> dict:
        """What the component of a tile takes, as plain values."""
        indicator = self.reading.indicator
        return {
            "name": str(indicator.name),
            "value": self.reading.value,
            "unit": str(indicator.unit),
            "url": self.url,
            "numerator": self.reading.numerator,
            "denominator": self.reading.denominator,
            "explain_url": self.explain_url,
            "change": change.words,
            "change_tone": change.tone,
        }


def open_lists(reading: Reading, user: User) -> dict[str, str | None]:
    """The lists behind a reading, without those whose page the user may not open."""
    return {name: url if url and _may_open(url, user) else None for name, url in reading.page_lists().items()}


def _may_open(url: str, user: User) -> bool:
    return user.may(_right_of(url.partition("?")[0]))


@lru_cache(maxsize=512)
def _right_of(path: str) -> str:
    view = resolve(path).func
    return getattr(view, "view_class", view).required_right


def address(route: str, reading: Reading, area: str = "", key: str = "", **more) -> str:
    """A page of the statistics for the area and the day of a reading."""
    query = {"area": area or reading.area.code, **more, **_days_of(reading.span)}
    page = reverse(route, args=[key]) if key else plain_url(route)
    return f"{page}?{urlencode(query)}"


def _days_of(span: Span) -> dict[str, str]:
    """What a page must be told to show the same days: nothing where they are the usual ones."""
    query = {}
    if span.as_of != today():
        query["as_of"] = span.as_of.isoformat()
    if span != span_of(as_of=span.as_of):
        query |= {"from": span.from_on.isoformat(), "to": span.to_on.isoformat()}
    return query


def group_lines(group: Group, area: Area, span: Span, user: User) -> list[dict]:
    """The readings of one block, on the board or not, each with the lists this person may open."""
    asked = [indicator for indicator in registry.indicators().values() if indicator.group == group]
    return [
        {
            "reading": reading,
            "lists": open_lists(reading, user),
            "explain_url": Tile(reading, user).explain_url,
        }
        for reading in read_values(asked, area=area, span=span)
    ]


def ancestors(area: Area, user, on: date) -> list[Area]:
    """The areas above, the highest first, as far up as the user's reach goes."""
    if on == today() and not _reaches_above(area, user):
        return []
    return [above for above in area.ancestors(on=on) if user.may(Right.VIEW, above.keeper.code)]


def _reaches_above(area: Area, user) -> bool:
    """Whether a seat lies above an area of today: who stands at the top of their own needs no trail."""
    return any(reach.code != area.code and reach.covers(area.code) for reach in user.reaches(Right.VIEW))


def explain_links(reading: Reading) -> dict:
    """Addresses of the explanation: the board behind it, its rows with their own, the same as data."""
    asked = {"indicator": reading.indicator.key, "area": reading.area.code, "by": AREA}
    if reading.from_on:
        asked |= {"from": reading.from_on.isoformat(), "to": reading.to_on.isoformat()}
    if reading.span.as_of != span_of().as_of:
        asked["as_of"] = reading.span.as_of.isoformat()
    api = f"{reverse('statistics-values-list')}?{urlencode(asked)}"
    key = reading.indicator.key
    return {
        "board": address("statistics:board", reading, indicator=key),
        "rows": [
            (
                row,
                address("statistics:explain", reading, row.key, key) if row.key != reading.area.code else "",
            )
            for row in reading.rows
        ],
        "api": api,
        "csv": f"{api}&format=csv",
    }
