"""Nightly snapshots of stock indicators: a stock has no history, its trend is what was noted down."""

from datetime import date, timedelta

from django.db import transaction

from governance.areas.models import Area, AreaLevel
from governance.kernel.days import today
from governance.statistics import registry
from governance.statistics.counting import Fragments, add_rows
from governance.statistics.definitions import Indicator, Stock
from governance.statistics.models import Snapshot

DEEPEST = "community"
CATCH_UP = timedelta(days=31)


def stock_indicators() -> list[Indicator]:
    return [i for i in registry.indicators().values() if all(isinstance(f.source, Stock) for f in i.figures)]


@transaction.atomic
def take_snapshots(day: date) -> int:
    """Note down every stock for every area down to the community; again for the same day replaces it."""
    indicators = stock_indicators()
    sources = {f.source.key: f.source for i in indicators for f in i.figures}
    counts = _by_area(list(sources.values()), day)
    codes = list(Area.objects.open_on(day).filter(level__in=_levels()).values_list("code", flat=True))
    rows = [row for i in indicators for code in codes if (row := _snapshot(i, code, day, counts))]
    Snapshot.objects.filter(day=day).delete()
    Snapshot.objects.bulk_create(rows, batch_size=5000)
    return len(rows)


def _snapshot(indicator: Indicator, code: str, day: date, counts) -> Snapshot | None:
    """None where nothing stands: an absent row says so too."""
    numbers = [counts[figure.source.key].get(code, 0) for figure in indicator.figures]
    if not any(numbers):
        return None
    return Snapshot(
        indicator=indicator.key,
        code=code,
        day=day,
        numerator=numbers[0],
        denominator=numbers[1] if indicator.denominator else None,
    )


def catch_up_snapshots() -> int:
    """Take yesterday's snapshots and those of earlier nights that were missed."""
    yesterday = today() - timedelta(days=1)
    last = Snapshot.objects.order_by("-day").values_list("day", flat=True).first()
    day = max(last + timedelta(days=1), yesterday - CATCH_UP) if last else yesterday
    taken = 0
    while day <= yesterday:
        taken += take_snapshots(day)
        day += timedelta(days=1)
    return taken


def _levels():
    deepest = AreaLevel.objects.get(key=DEEPEST)
    return AreaLevel.objects.filter(depth__lte=deepest.depth)


def _by_area(sources: list[Stock], day: date) -> dict[str, dict[str, int]]:
    fragments = Fragments()
    for source in sources:
        add_rows(
            fragments,
            source,
            day,
            "select %s, left(area_code, code_width), sum(weight) from ({rows}) s(area_id, area_code, weight)"
            " join areas_arealevel on length(area_code) >= code_width group by 1, 2",
        )
    return fragments.run()
