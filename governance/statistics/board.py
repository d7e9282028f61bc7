"""What the board shows: tiles by block, one indicator in depth (map, trend, ranking), and the way up and down.

However many tiles: one statement for all of them, and five for the indicator in depth.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.urls import resolve, reverse
from django.utils.translation import gettext as _

from governance.areas.models import Area, BoundaryMap
from governance.kernel.days import month_start
from governance.people.models import User
from governance.statistics import registry
from governance.statistics.counting import AREA, MONTH
from governance.statistics.definitions import Group, Indicator
from governance.statistics.enums import SMALLEST_RANKED, Right
from governance.statistics.mapping import AreaMap, draw_map
from governance.statistics.reading import Reading, Row, Span, read_value, read_values, span_of

FIRST_SHOWN = "disputes.resolution_rate"
MONTHS = 12


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


def open_lists(reading: Reading, user: User) -> dict[str, str | None]:
    """The lists behind a reading, without those whose page the user may not open."""
    return {name: url if url and _may_open(url, user) else None for name, url in reading.page_lists().items()}


def _may_open(url: str, user: User) -> bool:
    view = resolve(url.partition("?")[0]).func
    return user.may(getattr(view, "view_class", view).required_right)


def address(route: str, reading: Reading, area: str = "", key: str = "", **more) -> str:
    """A page of the statistics for the area and the day of a reading."""
    query = {"area": area or reading.area.code, **more}
    if reading.span.as_of != span_of().as_of:
        query["as_of"] = reading.span.as_of.isoformat()
    return f"{reverse(route, args=[key] if key else [])}?{urlencode(query)}"


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


def shown_indicator(key: str | None) -> Indicator | None:
    """The indicator in depth: the one asked for, else the usual one, else the first."""
    known = registry.indicators()
    return known.get(key or FIRST_SHOWN) or next(iter(known.values()), None)


def ancestors(area: Area, user, on: date) -> list[Area]:
    """The areas above, the highest first, as far up as the user's reach goes."""
    return [above for above in area.ancestors(on=on) if user.may(Right.VIEW, above.keeper.code)]


def charts(indicator: Indicator, area: Area, span: Span) -> dict[str, dict | AreaMap]:
    """The three charts of an indicator: map and ranking of the child areas, trend of twelve months."""
    by_area = read_value(indicator, area=area, span=span, by=AREA)
    below = [row for row in by_area.rows if row.key != area.code]
    first = month_start(span.as_of)
    for _month in range(MONTHS - 1):
        first = month_start(first - timedelta(days=1))
    trend = read_value(indicator, area=area, span=span_of(first, span.as_of, span.as_of), by=MONTH)
    return {
        "map": draw_map(
            str(indicator.name),
            str(indicator.unit),
            below,
            url=lambda row: address("statistics:board", by_area, row.key, indicator=indicator.key),
            boundary=BoundaryMap.objects.in_force(area),
        ),
        "rank": _rank_chart(by_area, ranked(indicator, below)),
        "trend": _trend_chart(trend),
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


def ranked(indicator: Indicator, rows: list[Row]) -> list[Row]:
    """Units in order; a share of fewer than five cases says nothing about a unit and is left out."""
    known = [row for row in rows if row.value is not None]
    if indicator.denominator:
        known = [row for row in known if row.denominator >= SMALLEST_RANKED]
    return sorted(known, key=lambda row: row.value, reverse=indicator.higher_is_better is not False)


def _rank_chart(reading: Reading, rows: list[Row]) -> dict:
    indicator = reading.indicator
    chart = _chart("rank", _("{name} · 各单位比较"), indicator, rows)
    chart["links"] = [address("statistics:board", reading, row.key, indicator=indicator.key) for row in rows]
    if indicator.denominator:
        chart["counts"] = [row.denominator for row in rows]
        chart["note"] = _("n 为分母，不足 {n} 的单位不列").format(n=SMALLEST_RANKED)
    return chart


def _trend_chart(reading: Reading) -> dict:
    rows = reading.rows
    while rows and rows[0].value is None:
        rows = rows[1:]
    chart = _chart("line", _("近 12 个月{name}"), reading.indicator, rows)
    chart["note"] = _("最后一个月截至 {day}").format(day=reading.span.as_of.isoformat())
    return chart


def _chart(kind: str, title: str, indicator: Indicator, rows: list[Row]) -> dict:
    return {
        "id": f"board-{kind}",
        "kind": kind,
        "title": title.format(name=indicator.name),
        "unit": str(indicator.unit),
        "labels": [row.name for row in rows],
        "series": [{"name": str(indicator.name), "values": [_rounded(row.value) for row in rows]}],
    }


def _rounded(value: int | float | None) -> int | float | None:
    return round(value, 2) if isinstance(value, float) else value
