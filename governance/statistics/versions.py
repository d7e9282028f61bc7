"""The versions of definitions: `migrate` notes down each that says or counts something else than before.

What is compared are the words that are printed and how the rows are counted: the SQL with the values it filters by,
without the day. Where a query is put together from rows of the city (limits, standards), the question for those
rows counts and not the answer: a changed limit is no other definition.
"""

import hashlib
from datetime import date, datetime

from django.apps import apps
from django.db import ProgrammingError, transaction
from django.utils import timezone

from governance.kernel.days import today
from governance.kernel.wording import office_language
from governance.statistics import registry
from governance.statistics.definitions import Dataset, Indicator, Source, Stock
from governance.statistics.marks import definition

WORDS = ("name", "unit", "formula", "numerator", "denominator")


def keep_versions(indicators: list[Indicator]) -> None:
    """Write a version of every definition that has none yet, or that is not what its last one says."""
    model = apps.get_model("statistics", "IndicatorVersion")  # the app config imports this before the models
    newest = model.objects.order_by("indicator", "-number").distinct("indicator")
    last = {row.indicator: row for row in newest}
    now, datasets = timezone.now(), registry.datasets()
    changed = []
    for indicator in indicators:
        said, before = _said(indicator, datasets), last.get(indicator.key)
        if said and (before is None or any(getattr(before, name) != text for name, text in said.items())):
            number = before.number + 1 if before else 1
            changed.append(model(indicator=indicator.key, number=number, since=now, **said))
    model.objects.bulk_create(changed, ignore_conflicts=True)


def _said(indicator: Indicator, datasets: list[Dataset]) -> dict[str, str] | None:
    """What a version keeps of a definition; None while a table it reads does not stand yet."""
    try:
        with transaction.atomic():
            wording = _wording(indicator, datasets)
    except ProgrammingError:
        return None
    with office_language():
        return {
            "wording": wording,
            "name": str(indicator.name),
            "unit": str(indicator.unit),
            "formula": str(indicator.formula),
            "numerator": str(indicator.numerator.label),
            "denominator": str(indicator.denominator.label) if indicator.denominator else "",
        }


def _wording(indicator: Indicator, datasets: list[Dataset]) -> str:
    parts = [str(indicator.per)]
    for figure in indicator.figures:
        parts += [type(figure.source).__name__, *_counted(figure.source, datasets)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _counted(source: Source, datasets: list[Dataset]) -> list[str]:
    """How the rows of a source are counted, the same on any day."""
    if isinstance(source, Stock):
        _hash, [(sql, params), *_answer] = definition(source, today())
        return [sql, *sorted(str(value) for value in params if not isinstance(value, date | datetime))]
    return [
        text
        for dataset in datasets
        for measure in dataset.measures
        if measure.key == source.measure
        for text in (dataset.table, dataset.area_code, dataset.area_id, measure.day, measure.weight)
    ]
