"""A figure over time: by day, week or month, beside the same days a year ago."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from governance.areas.models import Area
from governance.kernel.days import month_start, week_key, week_start, years_later
from governance.statistics.counting import DAY, MONTH, count
from governance.statistics.definitions import STOCK, Figure, Flow, Indicator
from governance.statistics.differing import Difference, Value, year_over_year
from governance.statistics.enums import Grain
from governance.statistics.models import Snapshot
from governance.statistics.reading import Reading, Row, Span, needs_snapshot, read_value, sides

DAYS, WEEKS, MONTHS = 31, 13, 12
_A_YEAR_OF_WEEKS = timedelta(weeks=52)


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


def a_year_before(span: Span, grain: Grain = Grain.DAY) -> Span:
    """The same days of the year before on the same boundaries; weeks keep their weekdays."""
    if grain == Grain.WEEK:
        return Span(span.from_on - _A_YEAR_OF_WEEKS, span.to_on - _A_YEAR_OF_WEEKS, span.as_of)
    return Span(years_later(span.from_on, -1), years_later(span.to_on, -1), span.as_of)


def read_trend(indicator: Indicator, area: Area, grain: Grain, as_of: date) -> Trend:
    """This span and the one a year before, in one reading where both come out of the snapshots, else in two."""
    span = trend_span(grain, as_of)
    before = a_year_before(span, grain)
    by = MONTH if grain == Grain.MONTH else DAY
    if needs_snapshot(indicator):
        whole = read_value(indicator, area=area, span=Span(before.from_on, span.to_on, as_of), by=by)
        readings = [replace(whole, rows=_within(whole.rows, one)) for one in (span, before)]
    else:
        readings = [read_value(indicator, area=area, span=one, by=by) for one in (span, before)]
    rows, earlier = (_by_week(one) if grain == Grain.WEEK else one.rows for one in readings)
    now, then = (_whole(one, cut) for one, cut in zip(readings, (rows, earlier), strict=True))
    return Trend(indicator, span, grain, rows, earlier[: len(rows)], now, then)


def _within(rows: list[Row], span: Span) -> list[Row]:
    """The days or months of a span; their names sort as they follow each other."""
    first, last = span.from_on.isoformat(), span.to_on.isoformat()
    return [row for row in rows if first[: len(row.key)] <= row.key <= last[: len(row.key)]]


def _whole(reading: Reading, rows: list[Row]) -> Value:
    """What happened in all of a span; where something stands, what stood at its end."""
    if reading.indicator.kind == STOCK:
        return rows[-1].value if rows else None
    return reading.value


def _by_week(reading: Reading) -> list[Row]:
    """Days into weeks: what happened is added up, what stands is taken from the last day on record."""
    weeks: dict[str, list[Row]] = {}
    for row in reading.rows:
        weeks.setdefault(week_key(date.fromisoformat(row.key)), []).append(row)
    return [_week(reading.indicator, key, rows) for key, rows in weeks.items()]


def _week(indicator: Indicator, key: str, rows: list[Row]) -> Row:
    numerator = _folded(indicator.numerator, [row.numerator for row in rows])
    denominator = _folded(indicator.denominator, [row.denominator for row in rows])
    value = None if numerator is None else indicator.value(numerator, denominator)
    return Row(key, key, numerator, denominator, value)


def _folded(figure: Figure | None, numbers: list[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    if figure is None or not known:
        return None
    return sum(known) if isinstance(figure.source, Flow) else known[-1]


def read_changes(readings: list[Reading]) -> dict[str, Difference]:
    """Each reading of today beside that of a year before, by key: two statements, however many there are.

    What is counted from facts is counted for the same days of that year; of other figures there is only what was
    noted down that night.
    """
    area, before = readings[0].area, a_year_before(readings[0].span)
    day = years_later(readings[0].span.as_of, -1)
    counted = [one.indicator for one in readings if not needs_snapshot(one.indicator)]
    sources = list({figure.source.key: figure.source for one in counted for figure in one.figures}.values())
    counts = count(sources, area=area, period=before.period, on=day, today=day)
    then = {one.key: one.value(*sides(one, lambda f: counts[f.source.key].get("", 0))) for one in counted}
    then |= _noted([one.indicator for one in readings if needs_snapshot(one.indicator)], area, day)
    return {
        one.indicator.key: year_over_year(one.indicator, one.value, then.get(one.indicator.key))
        for one in readings
    }


def _noted(indicators: list[Indicator], area: Area, day: date) -> dict[str, Value]:
    known = {one.key: one for one in indicators}
    found = Snapshot.objects.filter(indicator__in=known, code=area.code, day=day) if known else ()
    return {row.indicator: known[row.indicator].value(row.numerator, row.denominator) for row in found}
