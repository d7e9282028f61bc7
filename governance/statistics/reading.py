"""Reading indicators: for an area, a period or a day; cut by child areas, days or months.

`read_values` takes any number of indicators at once in at most three statements, however many there are:
the counts, the children, the snapshots.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.kernel.days import today
from governance.statistics.counting import AREA, DAY, MONTH, TOTAL, Period, count
from governance.statistics.definitions import STOCK, Closing, Cumulative, Figure, Indicator, Stock
from governance.statistics.models import Snapshot

YEAR = timedelta(days=364)
BY = (AREA, DAY, MONTH)


@dataclass(frozen=True)
class Span:
    """When: flows cover `from_on` to `to_on`; stocks and boundaries are those of `as_of`."""

    from_on: date
    to_on: date
    as_of: date

    @property
    def period(self) -> Period:
        return Period(self.from_on, self.to_on)


def span_of(from_on: date | None = None, to_on: date | None = None, as_of: date | None = None) -> Span:
    """Fill in what was not asked: the 365 days up to `as_of`, which is today."""
    day = as_of or today()
    to_on = to_on or day
    return Span(from_on or to_on - YEAR, to_on, day)


@dataclass(frozen=True)
class Row:
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
        if self.indicator.kind == STOCK:
            return {"area": self.area.code, "as_of": self.span.as_of}
        day = min(self.span.to_on, self.span.as_of)
        return {"area": self.area.code, "from_on": self.span.from_on, "to_on": self.span.to_on, "as_of": day}

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
    """The readings of `indicators` in their order. `by` cuts them by AREA, DAY or MONTH as well."""
    sources = list({f.source.key: f.source for i in indicators for f in i.figures}.values())
    below = children(area, span.as_of) if by == AREA else []
    counts = count(
        sources,
        area=area,
        period=span.period,
        on=span.as_of,
        today=today(),
        buckets=(TOTAL, by) if by else (TOTAL,),
        below=tuple(code for _bucket, code, _name in below),
    )
    lines = _lines(by, indicators, area, span, counts, below)
    return [
        Reading(i, area, span, *sides(i, lambda figure: counts[figure.source.key].get("", 0)), lines(i))
        for i in indicators
    ]


def sides(indicator: Indicator, number) -> tuple[int | None, int | None]:
    """Numerator and denominator, each by what `number` gives for its figure."""
    return number(indicator.numerator), number(indicator.denominator) if indicator.denominator else None


def _lines(by: str | None, indicators, area: Area, span: Span, counts, below):
    """A function giving the rows of an indicator."""
    if by == AREA:
        return _area_lines(area, counts, below)
    if by in (DAY, MONTH):
        return _date_lines(by, indicators, area, span, counts)
    return lambda indicator: []


def _row(indicator: Indicator, key: str, name: str, number) -> Row:
    numerator, denominator = sides(indicator, number)
    value = None if numerator is None else indicator.value(numerator, denominator)
    return Row(key, name, numerator, denominator, value)


def children(area: Area, on: date) -> list[tuple[str, str, str]]:
    """`(bucket, code, name)` of the areas one level down on a day; the bucket is what `count` calls them."""
    if on >= today():
        found = Area.objects.children_of(area).order_by("code").values_list("code", "name")
        return [(code, code, name) for code, name in found]
    found = (
        Area.objects.children_on(area, on).order_by("code_then").values_list("pk", "code_then", "name_then")
    )
    return [(str(pk), code, name) for pk, code, name in found]


def _area_lines(area: Area, counts, below):
    def rows(indicator: Indicator) -> list[Row]:
        found = [
            _row(indicator, code, name, lambda f, bucket=bucket: counts[f.source.key].get(bucket, 0))
            for bucket, code, name in below
        ]
        own = _row(
            indicator, area.code, _("{}（本级）").format(area.name), lambda f: _left_over(f, counts, below)
        )
        return found + ([own] if own.numerator or own.denominator else [])

    return rows


def _left_over(figure: Figure, counts, below) -> int:
    """What hangs on the area itself and on none of its children, so that the rows add up to the total."""
    found = counts[figure.source.key]
    return found.get("", 0) - sum(found.get(bucket, 0) for bucket, _code, _name in below)


def _date_lines(by: str, indicators, area: Area, span: Span, counts):
    labels = _labels(by, span)
    kept = _snapshots(by, [i for i in indicators if needs_snapshot(i)], area, span)

    def rows(indicator: Indicator) -> list[Row]:
        if needs_snapshot(indicator):
            live = counts if span.to_on >= span.as_of else None
            return [_snapshot_row(indicator, label, kept, live, labels[-1]) for label in labels]
        return [
            _row(indicator, label, label, lambda f, label=label: _dated(f, counts[f.source.key], label))
            for label in labels
        ]

    return rows


def _labels(by: str, span: Span) -> list[str]:
    days = (span.from_on + timedelta(days=n) for n in range((span.to_on - span.from_on).days + 1))
    return list(dict.fromkeys(day.isoformat() if by == DAY else f"{day:%Y-%m}" for day in days))


def _dated(figure: Figure, found: dict[str, int], label: str) -> int:
    if isinstance(figure.source, Closing):
        return found.get(label[:7], 0)
    if isinstance(figure.source, Cumulative):
        return sum(value for bucket, value in found.items() if bucket and bucket <= label)
    return found.get(label, 0)


def needs_snapshot(indicator: Indicator) -> bool:
    """Whether its past is known by nightly snapshots alone."""
    sources = [figure.source for figure in indicator.figures]
    return any(isinstance(source, Stock) and not isinstance(source, Closing) for source in sources)


def _snapshots(by: str, indicators, area: Area, span: Span) -> dict[tuple[str, str], tuple]:
    """The last snapshot of each day or month by `(indicator, label)`."""
    if not indicators:
        return {}
    found = Snapshot.objects.filter(
        indicator__in=[i.key for i in indicators],
        code=area.code,
        day__range=(span.from_on, min(span.to_on, span.as_of)),
    ).order_by("day")
    return {
        (row.indicator, row.day.isoformat() if by == DAY else f"{row.day:%Y-%m}"): (
            row.numerator,
            row.denominator,
        )
        for row in found
    }


def _snapshot_row(indicator: Indicator, label: str, kept, live, last: str) -> Row:
    if live is not None and label == last:
        return _row(indicator, label, label, lambda f: live[f.source.key].get("", 0))
    numerator, denominator = kept.get((indicator.key, label), (None, None))
    value = None if numerator is None else indicator.value(numerator, denominator)
    return Row(label, label, numerator, denominator, value)
