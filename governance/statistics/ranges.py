"""Figures that cannot be: beyond the valid range their definition or the city gives."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import F, FloatField, Max, Q, Value
from django.db.models.lookups import GreaterThan, LessThan

from governance.areas.models import Area
from governance.kernel.checking import Found
from governance.kernel.days import today
from governance.statistics.charts import value_words
from governance.statistics.counting import AREA
from governance.statistics.definitions import Indicator, ValidRange
from governance.statistics.dictionary import valid_ranges
from governance.statistics.models import Snapshot
from governance.statistics.reading import Reading, Row, read_areas, span_of

MOST_OUT_OF_RANGE = 200  # of the snapshots: as many as a county's findings that are kept


def out_of_range() -> Iterator[Found]:
    """Figures of the city and of what lies right below it, read now; of stocks, each area as last noted down."""
    ranges = {one.key: (one, valid) for one, valid in valid_ranges()}
    seen = set()
    for reading in _top_readings([one for one, _valid in ranges.values()]):
        indicator, valid = ranges[reading.indicator.key]
        whole = Row(
            reading.area.code, reading.area.name, reading.numerator, reading.denominator, reading.value
        )
        for row in [whole, *reading.rows]:
            if not valid.holds(row.value):
                seen.add((indicator.key, row.key))
                yield _beyond(indicator, row.key, row.value)
    for row in _snapshots_out_of_range(list(ranges.values())):
        if (row.indicator, row.code) not in seen:
            indicator = ranges[row.indicator][0]
            yield _beyond(indicator, row.code, indicator.value(row.numerator, row.denominator))


def _top_readings(indicators: list[Indicator]) -> list[Reading]:
    tops = list(Area.objects.open_on(today()).filter(level__depth=1).select_related("level"))
    return read_areas(indicators, areas=tops, span=span_of(), by=AREA) if tops else []


def _snapshots_out_of_range(ranges: list[tuple[Indicator, ValidRange]]) -> list[Snapshot]:
    """One condition for each way to reckon with the same bounds, over the last night alone."""
    alike = defaultdict(list)
    for indicator, valid in ranges:
        alike[indicator.per if indicator.denominator else None, valid].append(indicator.key)
    beyond = Q()
    for (per, valid), keys in alike.items():
        value = F("numerator") * Value(per, FloatField()) if per else F("numerator")
        bound = F("denominator") if per else Value(1)
        for side, is_out in ((valid.lowest, LessThan), (valid.highest, GreaterThan)):
            if side is not None:
                beyond |= Q(indicator__in=keys) & Q(is_out(value, bound * Value(side, FloatField())))
    last = Snapshot.objects.aggregate(last=Max("day"))["last"]
    return list(Snapshot.objects.filter(beyond, day=last).exclude(denominator=0)[:MOST_OUT_OF_RANGE])


def _beyond(indicator: Indicator, code: str, value) -> Found:
    key = f"{indicator.key}:{code}"
    return Found(key, f"{indicator.name} {code} {value_words(indicator, value)}", code, indicator.key)
