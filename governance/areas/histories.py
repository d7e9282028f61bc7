"""Ending and beginning what is true of an area from a day on: the writer of codes, names, parents and keepers."""

import datetime as dt
from collections.abc import Collection, Iterable

from django.contrib.postgres.fields import DateRangeField
from django.db import connection, models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F, Func, Value

from governance.areas.models import Area, AreaCode, AreaKeeper, AreaName, AreaParent

History = type[AreaCode] | type[AreaName] | type[AreaParent] | type[AreaKeeper]

# Whatever lay under the area, and the codes it bore while it did: each beginning or end of one is a change.
LAST_CHANGE = """
    SELECT max(greatest(lower(code.valid), upper(code.valid)))
    FROM areas_ancestry under
    JOIN areas_areacode code ON code.area_id = under.descendant_id AND code.valid && under.valid
    WHERE under.ancestor_id = %s
"""


def end(history: History, area_ids: Collection[int], on: dt.date) -> None:
    """What began that very day never was; what began earlier ended the day before."""
    current = history.objects.filter(area__in=area_ids, valid__upper_inf=True)
    current.filter(valid__startswith=on).delete()
    current.update(valid=_range(Func(F("valid"), function="lower", output_field=models.DateField()), on))


def begin(rows: Iterable[AreaCode | AreaName | AreaParent | AreaKeeper], on: dt.date) -> None:
    rows = list(rows)
    for row in rows:
        row.valid = DateRange(on, None)
    if rows:
        type(rows[0]).objects.bulk_create(rows, batch_size=5000)


def last_change_under(area: Area) -> dt.date:
    with connection.cursor() as cursor:
        cursor.execute(LAST_CHANGE, [area.pk])
        return cursor.fetchone()[0]


def since(history: History, area: Area) -> dt.date:
    return history.objects.get(area=area, valid__upper_inf=True).valid.lower


def _range(lower, upper: dt.date) -> Func:
    return Func(lower, Value(upper), function="daterange", output_field=DateRangeField())
