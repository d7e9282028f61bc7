"""Figures as pages link them: a tile with its list and its explanation, the lines of a block, the way up and down."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from urllib.parse import urlencode

from django.urls import resolve, reverse

from governance.areas.models import Area
from governance.kernel.days import today
from governance.people.models import User
from governance.statistics import registry
from governance.statistics.charts import map_chart, rank_chart, trend_chart
from governance.statistics.counting import AREA
from governance.statistics.definitions import Group, Indicator
from governance.statistics.differing import NOTHING, Difference
from governance.statistics.enums import Grain, Right
from governance.statistics.reading import Reading, Span, read_value, read_values, span_of
from governance.statistics.trends import read_trend

WALL_SIDE = 6


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
    return f"{reverse(route, args=[key] if key else [])}?{urlencode(query)}"


def _days_of(span: Span) -> dict[str, str]:
    """What a page must be told to show the same days: nothing where they are the usual ones."""
    query = {}
    if span.as_of != today():
        query["as_of"] = span.as_of.isoformat()
    if span != span_of(as_of=span.as_of):
        query |= {"from": span.from_on.isoformat(), "to": span.to_on.isoformat()}
    return query


def read_tiles(area: Area, span: Span, user: User) -> list[tuple[Group, list[Tile]]]:
    """The blocks of the board in their order, each with its tiles."""
    shown = [indicator for indicator in registry.indicators().values() if indicator.on_board]
    readings = read_values(shown, area=area, span=span)
    blocks = {
        group: [Tile(reading, user) for reading in readings if reading.indicator.group == group]
        for group in Group
    }
    return [(group, tiles) for group, tiles in blocks.items() if tiles]


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


def wall_sides(blocks: list[tuple[Group, list[Tile]]]) -> dict[str, list[Tile]]:
    """At most six tiles a side: in turn the first of every block, then the second, until the sides are full."""
    queues = [list(tiles) for _group, tiles in blocks]
    turns = [queue[n] for n in range(max(map(len, queues), default=0)) for queue in queues if n < len(queue)]
    chosen = turns[: 2 * WALL_SIDE]
    middle = (len(chosen) + 1) // 2
    return {"left": chosen[:middle], "right": chosen[middle:]}


def ancestors(area: Area, user, on: date) -> list[Area]:
    """The areas above, the highest first, as far up as the user's reach goes."""
    return [above for above in area.ancestors(on=on) if user.may(Right.VIEW, above.keeper.code)]


def charts(indicator: Indicator, area: Area, span: Span) -> dict[str, dict]:
    """The charts of the wall: map and ranking of the units below, trend of twelve months."""
    by_area = read_value(indicator, area=area, span=span, by=AREA)

    def link(code: str) -> str:
        return address("statistics:board", by_area, code, indicator=indicator.key)

    trend = read_trend(indicator, area, Grain.MONTH, span.as_of)
    return {
        "map": map_chart(by_area, link),
        "rank": rank_chart(by_area, link),
        "trend": trend_chart(trend),
    }


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
