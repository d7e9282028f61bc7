"""When a figure last changed: a page that explains a number says how fresh it is."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from governance.kernel.scope import under
from governance.statistics.definitions import Stock
from governance.statistics.models import Fact, Outbox, Snapshot
from governance.statistics.reading import Reading


@dataclass(frozen=True)
class Change:
    """`day` is the last day with an entry; for a stock the last on which it stood at `before`."""

    day: date
    before: int | None = None


def last_change(reading: Reading) -> Change | None:
    source = reading.indicator.numerator.source
    if isinstance(source, Stock):
        return _last_other_snapshot(reading)
    until = min(reading.span.to_on, reading.span.as_of)
    kept = Fact.objects.filter(
        measure=source.measure, level=len(reading.area.code), code=reading.area.code, day__lte=until
    ).exclude(value=0)
    waiting = Outbox.objects.filter(
        under("area_code", reading.area.code), measure=source.measure, day__lte=until
    )
    days = [rows.order_by("-day").values_list("day", flat=True).first() for rows in (kept, waiting)]
    known = [day for day in days if day]
    return Change(max(known)) if known else None


def _last_other_snapshot(reading: Reading) -> Change | None:
    found = (
        Snapshot.objects.filter(
            indicator=reading.indicator.key, code=reading.area.code, day__lt=reading.span.as_of
        )
        .filter(~Q(numerator=reading.numerator) | ~Q(denominator=reading.denominator))
        .order_by("-day")
        .first()
    )
    return found and Change(found.day, found.numerator)
