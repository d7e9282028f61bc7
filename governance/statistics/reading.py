"""Reading indicators: for an area, a period or a day; cut by child areas, days, weeks or months.

`read_values` takes any number of indicators at once, `read_areas` any number of areas as well, both in at most three
statements, however many there are: the counts, the children, the snapshots.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.kernel.days import month_key, today, week_key, years_later
from governance.kernel.replica import reading
from governance.kernel.scope import code_range
from governance.statistics.counting import AREA, DAY, MONTH, TOTAL, Period, count
from governance.statistics.definitions import STOCK, Closing, Cumulative, Figure, Indicator, Stock
from governance.statistics.models import Snapshot
from governance.statistics.several import count_areas

YEAR = timedelta(days=364)
# As `Area.objects.children_of`: the ORM takes longer to write it than the database to answer.
_BELOW = """
    select code, name from areas_area
    where level_id = (select key from areas_arealevel where depth = %s) and code >= %s and code < %s
    and closed_on is null order by code
"""
_WEEKS = timedelta(weeks=52)
WEEK = "week"
BY = (AREA, DAY, WEEK, MONTH)


@dataclass(frozen=True)
class Span:
    """When: flows cover `from_on` to `to_on`; stocks are those of `as_of`, and so are boundaries unless `drawn_on`."""

    from_on: date
    to_on: date
    as_of: date
    drawn_on: date | None = None

    @property
    def period(self) -> Period:
        return Period(self.from_on, self.to_on)

    @property
    def boundaries(self) -> date:
        return self.drawn_on or self.as_of

    def year_before(self, by: str | None = None) -> "Span":
        """The same days a year earlier within the same boundaries; weeks keep their weekdays."""
        days = (self.from_on, self.to_on, self.as_of)
        back = [day - _WEEKS if by == WEEK else years_later(day, -1) for day in days]
        return Span(*back, drawn_on=self.boundaries)


def span_of(from_on: date | None = None, to_on: date | None = None, as_of: date | None = None) -> Span:
    """Fill in what was not asked: the 365 days up to `as_of`, which is today."""
    day = as_of or today()
    to_on = to_on or day
    return Span(from_on or to_on - YEAR, to_on, day)


class Row(NamedTuple):
    """One line of a reading: an area's code, a day or a month, with its name. None: nothing is on record."""

    key: str
    name: str
    numerator: int | None
    denominator: int | None
    value: int | float | None


@dataclass(frozen=True)
class Reading:
    """An indicator's figures for an area. `from_on` and `to_on` are None for a stock."""

    indicator: Indicator
    area: Area
    span: Span
    numerator: int
    denominator: int | None
    rows: list[Row] = field(default_factory=list)

    @property
    def value(self) -> int | float | None:
        return self.indicator.value(self.numerator, self.denominator)

    @property
    def from_on(self) -> date | None:
        return None if self.indicator.kind == STOCK else self.span.from_on

    @property
    def to_on(self) -> date | None:
        return None if self.indicator.kind == STOCK else self.span.to_on

    def _list_span(self) -> dict:
        where = {"area": self.area.code}
        if self.span.boundaries < today():
            where["drawn_on"] = self.span.boundaries
        if self.indicator.kind == STOCK:
            return where | {"as_of": self.span.as_of}
        day = min(self.span.to_on, self.span.as_of)
        return where | {"from_on": self.span.from_on, "to_on": self.span.to_on, "as_of": day}

    def api_lists(self) -> dict[str, str | None]:
        return {
            name: rows.api_url(**self._list_span()) or None if rows else None
            for name, rows in self._rows_behind()
        }

    def page_lists(self) -> dict[str, str | None]:
        return {
            name: rows.page_url(**self._list_span()) or None if rows else None
            for name, rows in self._rows_behind()
        }

    def _rows_behind(self):
        denominator = self.indicator.denominator
        yield "numerator", self.indicator.numerator.rows
        yield "denominator", denominator and denominator.rows
        yield "gap", self.indicator.gap and self.indicator.gap.rows


def read_value(indicator: Indicator, *, area: Area, span: Span, by: str | None = None) -> Reading:
    return read_values([indicator], area=area, span=span, by=by)[0]


def read_values(
    indicators: list[Indicator], *, area: Area, span: Span, by: str | None = None
) -> list[Reading]:
    """The readings of `indicators` in their order. `by` cuts them by AREA, DAY, WEEK or MONTH as well."""
    below = children([area], span.boundaries) if by == AREA else {}
    codes = tuple(code for _bucket, code, _name in below.get(area.pk, ()))
    counts = count(_sources(indicators), area=area, below=codes, **_asked(span, by))
    return _readings(indicators, [area], span, by, {area.pk: counts}, below)


def read_areas(
    indicators: list[Indicator], *, areas: list[Area], span: Span, by: str | None = None
) -> list[Reading]:
    """The readings of every indicator in the first area, then in the second, and so on."""
    below = children(areas, span.boundaries) if by == AREA else {}
    codes = {area: [code for _bucket, code, _name in rows] for area, rows in below.items()}
    counts = count_areas(_sources(indicators), areas=areas, below=codes, **_asked(span, by))
    return _readings(indicators, areas, span, by, counts, below)


def _sources(indicators: list[Indicator]) -> list:
    return list({f.source.key: f.source for i in indicators for f in i.figures}.values())


def _asked(span: Span, by: str | None) -> dict:
    cut = DAY if by == WEEK else by
    return {
        "period": span.period,
        "on": span.as_of,
        "boundaries": span.boundaries,
        "today": today(),
        "buckets": (TOTAL, cut) if cut else (TOTAL,),
    }


def _readings(indicators, areas: list[Area], span: Span, by: str | None, counts, below) -> list[Reading]:
    lines = _lines(by, indicators, areas, span, counts, below)
    return [
        Reading(i, area, span, *sides(i, lambda f, area=area: _whole(f, counts[area.pk])), lines(i, area))
        for area in areas
        for i in indicators
    ]


def _whole(figure: Figure, counts) -> int:
    return counts[figure.source.key].get("", 0)


def sides(indicator: Indicator, number) -> tuple[int | None, int | None]:
    """Numerator and denominator, each by what `number` gives for its figure."""
    return number(indicator.numerator), number(indicator.denominator) if indicator.denominator else None


def _lines(by: str | None, indicators, areas: list[Area], span: Span, counts, below):
    """A function giving the rows of an indicator in an area."""
    if by == AREA:
        return _area_lines(counts, below)
    if by:
        return _date_lines(by, indicators, areas, span, counts)
    return lambda indicator, area: []


def _row(indicator: Indicator, key: str, name: str, number) -> Row:
    numerator, denominator = sides(indicator, number)
    value = None if numerator is None else indicator.value(numerator, denominator)
    return Row(key, name, numerator, denominator, value)


def children(areas: list[Area], on: date) -> dict[int, list[tuple[str, str, str]]]:
    """`(bucket, code, name)` of the areas one level down on a day; the bucket is what counting calls them."""
    present = on >= today()
    if present and len(areas) == 1:
        with reading().cursor() as cursor:
            cursor.execute(_BELOW, [areas[0].level.depth + 1, *code_range(areas[0].code)])
            return {areas[0].pk: [(code, code, name) for code, name in cursor.fetchall()]}
    rows = Area.objects.as_of(on).filter(parents__parent__in=areas, parents__valid__contains=on)
    found = {area.pk: [] for area in areas}
    columns = ("parents__parent_id", "pk", "code_then", "name_then")
    for above, pk, code, name in rows.order_by("code_then").values_list(*columns):
        found[above].append((code if present else str(pk), code, name))
    return found


def _area_lines(counts, below):
    def rows(indicator: Indicator, area: Area) -> list[Row]:
        sums = counts[area.pk]
        found = [
            _row(indicator, code, name, lambda f, bucket=bucket: sums[f.source.key].get(bucket, 0))
            for bucket, code, name in below[area.pk]
        ]
        name = _("{}（本级）").format(area.name)
        own = _row(indicator, area.code, name, lambda f: _left_over(f, sums, below[area.pk]))
        return found + ([own] if own.numerator or own.denominator else [])

    return rows


def _left_over(figure: Figure, counts, below) -> int:
    """What hangs on the area itself and on none of its children, so that the rows add up to the total."""
    found = counts[figure.source.key]
    return found.get("", 0) - sum(found.get(bucket, 0) for bucket, _code, _name in below)


@dataclass(frozen=True)
class Slot:
    """A day, week or month of a period, as far as it lies inside; `parts` are the buckets that make it up."""

    label: str
    last: date
    parts: tuple[str, ...]


def _slot_key(by: str, day: date) -> str:
    return {DAY: date.isoformat, WEEK: week_key, MONTH: month_key}[by](day)


@lru_cache(maxsize=256)
def slots(by: str, period: Period) -> tuple[Slot, ...]:
    """The days, weeks or months of a period, in order."""
    days: dict[str, list[date]] = {}
    for n in range((period.to_on - period.from_on).days + 1):
        day = period.from_on + timedelta(days=n)
        days.setdefault(_slot_key(by, day), []).append(day)
    return tuple(
        Slot(label, inside[-1], tuple(day.isoformat() for day in inside) if by == WEEK else (label,))
        for label, inside in days.items()
    )


def _date_lines(by: str, indicators, areas: list[Area], span: Span, counts):
    cut = slots(by, span.period)
    kept = _snapshots(by, [i for i in indicators if needs_snapshot(i)], areas, span)

    def rows(indicator: Indicator, area: Area) -> list[Row]:
        sums = counts[area.pk]
        if needs_snapshot(indicator):
            live = sums if span.to_on >= span.as_of else None
            return [_snapshot_row(indicator, area, slot, kept, live, cut[-1]) for slot in cut]
        return [
            _row(indicator, slot.label, slot.label, lambda f, slot=slot: _dated(f, sums[f.source.key], slot))
            for slot in cut
        ]

    return rows


def _dated(figure: Figure, found: dict[str, int], slot: Slot) -> int:
    if isinstance(figure.source, Closing):
        return found.get(month_key(slot.last), 0)
    if isinstance(figure.source, Cumulative):
        end = slot.last.isoformat()
        return sum(value for bucket, value in found.items() if bucket and bucket <= end)
    return sum(found.get(part, 0) for part in slot.parts)


def needs_snapshot(indicator: Indicator) -> bool:
    """Whether its past is known by nightly snapshots alone."""
    sources = [figure.source for figure in indicator.figures]
    return any(isinstance(source, Stock) and not isinstance(source, Closing) for source in sources)


def _snapshots(by: str, indicators, areas: list[Area], span: Span) -> dict[tuple[str, str, str], tuple]:
    """The last snapshot of each day, week or month by `(area code, indicator, label)`."""
    if not indicators:
        return {}
    found = Snapshot.objects.filter(
        indicator__in=[i.key for i in indicators],
        code__in=[area.code for area in areas],
        day__range=(span.from_on, min(span.to_on, span.as_of)),
    ).order_by("day")
    return {
        (row.code, row.indicator, _slot_key(by, row.day)): (row.numerator, row.denominator) for row in found
    }


def _snapshot_row(indicator: Indicator, area: Area, slot: Slot, kept, live, last: Slot) -> Row:
    if live is not None and slot == last:
        return _row(indicator, slot.label, slot.label, lambda f: _whole(f, live))
    numerator, denominator = kept.get((area.code, indicator.key, slot.label), (None, None))
    value = None if numerator is None else indicator.value(numerator, denominator)
    return Row(slot.label, slot.label, numerator, denominator, value)
