"""A row as it was, kept sealed, and put back exactly: what undo is made of.

An image is the row's own columns as JSON. It may hold personal values, so it is sealed as a whole. `mark` is a keyed
digest of the same columns: equal marks say that nobody has touched the row since, and nothing about what it says.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cache

from django.db import models
from psycopg2.extras import Range

from governance.kernel.copying import copy_rows, take_ids, update_rows
from governance.kernel.sealing import blind_index, open_seal, seal


@cache
def columns_of(model: type[models.Model]) -> list[models.Field]:
    """The columns that are written; what the database makes of them by itself is not."""
    return [column for column in model._meta.concrete_fields if not column.generated]


def as_text(row: models.Model) -> str:
    values = {column.attname: _said(column, row) for column in columns_of(type(row))}
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def _said(column: models.Field, row: models.Model):
    value = getattr(row, column.attname)
    if value is None or isinstance(value, (str, int, float)):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else column.value_to_string(row)


def mark(row: models.Model) -> str:
    return blind_index("image", as_text(row))


def seal_image(row: models.Model, context: str) -> str:
    return seal(as_text(row), context)


def open_image(model: type[models.Model], sealed: str, context: str) -> models.Model:
    """The row as it was, not saved."""
    values = json.loads(open_seal(sealed, context))
    return model(**{column.attname: column.to_python(values[column.attname]) for column in columns_of(model)})


def put_back(rows: Sequence[models.Model]) -> None:
    """Write rows of one model over their present ones."""
    if rows:
        columns = sorted(columns_of(type(rows[0])), key=lambda column: not column.primary_key)
        update_rows(
            type(rows[0]), [column.column for column in columns], (_stored(columns, row) for row in rows)
        )


def put_in(rows: Sequence[models.Model]) -> None:
    """Write new rows of one model, giving them their ids."""
    if not rows:
        return
    model, columns = type(rows[0]), columns_of(type(rows[0]))
    for row, pk in zip(rows, take_ids(model, len(rows)), strict=True):
        row.pk = pk
    copy_rows(model, [column.column for column in columns], (_stored(columns, row) for row in rows))


def _stored(columns: Sequence[models.Field], row: models.Model) -> tuple:
    """What the columns hold. Ranges are written by their own text, everything else by its value."""
    values = (getattr(row, column.attname) for column in columns)
    return tuple(f"[{v.lower or ''},{v.upper or ''})" if isinstance(v, Range) else v for v in values)


def relations(model: type[models.Model]) -> Iterator[tuple[type[models.Model], models.Field]]:
    """Every column of any model that points at this one; what is only worked out from it (`IS_DERIVED`) aside."""
    for pointing, column in _pointing(model):
        if not getattr(pointing, "IS_DERIVED", False):
            yield pointing, column


def _pointing(model: type[models.Model]) -> Iterator[tuple[type[models.Model], models.Field]]:
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one):
            yield relation.related_model, relation.field


def dependents(model: type[models.Model], ids: Sequence[int]) -> set[int]:
    """Those of the rows that others point at, so that they cannot simply go."""
    found: set[int] = set()
    for pointing, column in relations(model):
        rows = pointing._base_manager.filter(**{f"{column.name}__in": ids})
        found.update(rows.values_list(column.attname, flat=True))
    return found


def drop_derived(model: type[models.Model], ids: Sequence[int]) -> None:
    """Delete what was only worked out from rows that are about to go or to change."""
    for pointing, column in _pointing(model):
        if getattr(pointing, "IS_DERIVED", False):
            pointing._base_manager.filter(**{f"{column.name}__in": ids}).delete()
