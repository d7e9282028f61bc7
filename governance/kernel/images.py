"""A row as it was, kept sealed, and put back exactly: what undo is made of.

An image is the row's own columns as JSON. It may hold personal values, so it is sealed as a whole. `mark` is a keyed
digest of the same columns: equal marks say that nobody has touched the row since, and nothing about what it says.
"""

import json
from collections.abc import Sequence

from django.db import models

from governance.kernel.sealing import blind_index, open_seal, seal


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
        names = [column.name for column in columns_of(type(rows[0])) if not column.primary_key]
        type(rows[0])._base_manager.bulk_update(rows, names, batch_size=500)


def dependents(model: type[models.Model], ids: Sequence[int]) -> set[int]:
    """Those of the rows that others point at, so that they cannot simply go."""
    found: set[int] = set()
    for relation in model._meta.related_objects:
        column = relation.field
        pointing = relation.related_model._base_manager.filter(**{f"{column.name}__in": ids})
        found.update(pointing.values_list(column.attname, flat=True))
    return found
