"""A figure over time: by day, week or month, beside the same days a year ago."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from governance.areas.models import Area
from governance.kernel.days import month_start, today, week_start
from governance.kernel.replica import reading
from governance.statistics.counting import count
from governance.statistics.definitions import STOCK, Indicator
from governance.statistics.differing import Difference, Value, year_over_year
from governance.statistics.enums import Grain
from governance.statistics.reading import Reading, Row, Span, needs_snapshot, read_value, sides, slots

_NOTED = """
    select indicator, numerator, denominator from statistics_snapshot
    where indicator = any(%s) and code = %s and day = %s
"""
DAYS, WEEKS, MONTHS = 31, 13, 12


@dataclass(frozen=True)
class Trend:
    """The rows of this span and those of a year before, in step; `change` compares the whole of both."""

    indicator: Indicator
    span: Span
    grain: Grain
    rows: list[Row]
    earlier: list[Row]
    now: Value
    before: Value

    @property
    def change(self) -> Difference:
        return year_over_year(self.indicator, self.now, self.before)

    @property
    def is_compared(self) -> bool:
        return any(row.value is not None for row in self.earlier)


def trend_span(grain: Grain, as_of: date) -> Span:
    """The days a trend of this grain covers up to a day: whole weeks and months, the last as far as it has come."""
    if grain == Grain.DAY:
        return Span(as_of - timedelta(days=DAYS - 1), as_of, as_of)
    if grain == Grain.WEEK:
        return Span(week_start(as_of) - timedelta(weeks=WEEKS - 1), as_of, as_of)
    first = month_start(as_of)
    for _month in range(MONTHS - 1):
        first = month_start(first - timedelta(days=1))
    return Span(first, as_of, as_of)


def read_trend(indicator: Indicator, area: Area, grain: Grain, as_of: date) -> Trend:
    """This span and the one a year before, in one reading where both come out of the snapshots, else in two."""
    span = trend_span(grain, as_of)
    before = span.year_before(grain)
    if needs_snapshot(indicator):
        whole = read_value(indicator, area=area, span=Span(before.from_on, span.to_on, as_of), by=grain)
        readings = [replace(whole, rows=_within(whole.rows, grain, one)) for one in (span, before)]
    else:
        readings = [read_value(indicator, area=area, span=one, by=grain) for one in (span, before)]
    rows, earlier = (one.rows for one in readings)
    return Trend(indicator, span, grain, rows, earlier[: len(rows)], *map(_whole, readings))


def _within(rows: list[Row], grain: Grain, span: Span) -> list[Row]:
    """The days, weeks or months of a span."""
    inside = {slot.label for slot in slots(grain, span.period)}
    return [row for row in rows if row.key in inside]


def _whole(reading: Reading) -> Value:
    """What happened in all of a span; where something stands, what stood at its end."""
    if reading.indicator.kind == STOCK:
        return reading.rows[-1].value if reading.rows else None
    return reading.value


def read_changes(readings: list[Reading]) -> dict[str, Difference]:
    """Each reading of today beside that of a year before, by key: two statements, however many there are.

    What is counted from facts is counted for the same days of that year; of other figures there is only what was
    noted down that night.
    """
    area, before = readings[0].area, readings[0].span.year_before()
    counted = [one.indicator for one in readings if not needs_snapshot(one.indicator)]
    sources = list({figure.source.key: figure.source for one in counted for figure in one.figures}.values())
    counts = count(
        sources,
        area=area,
        period=before.period,
        on=before.as_of,
        boundaries=before.boundaries,
        today=today(),
    )
    then = {one.key: one.value(*sides(one, lambda f: counts[f.source.key].get("", 0))) for one in counted}
    then |= _noted([one.indicator for one in readings if needs_snapshot(one.indicator)], area, before.as_of)
    return {
        one.indicator.key: year_over_year(one.indicator, one.value, then.get(one.indicator.key))
        for one in readings
    }


def _noted(indicators: list[Indicator], area: Area, day: date) -> dict[str, Value]:
    known = {one.key: one for one in indicators}
    with reading().cursor() as cursor:
        cursor.execute(_NOTED, [list(known), area.code, day])
        return {key: known[key].value(*counted) for key, *counted in cursor.fetchall()}
