"""Keeping `area_code` of every area-bound row true when codes or keepers change: one UPDATE a table."""

from collections.abc import Collection, Iterator

from django.apps import apps
from django.db import connection, models

from governance.areas.models import AreaBound

STALE = """
    FROM areas_area a JOIN areas_area keeper ON keeper.id = {keeper}
    WHERE bound.area_id = a.id AND bound.area_code <> keeper.code
"""


def bound_models() -> Iterator[type[models.Model]]:
    """Every table with an `area_code` of its own."""
    for model in apps.get_models():
        if issubclass(model, AreaBound) and model._meta.get_field("area_code") in model._meta.local_fields:
            yield model


def place_rows(keeper_ids: Collection[int] | None = None) -> int:
    """Rewrites `area_code` of the rows kept by these areas, by any when None; how many rows changed."""
    some = "" if keeper_ids is None else " AND keeper.id = ANY(%(ids)s)"
    ids = None if keeper_ids is None else list(keeper_ids)
    return sum(
        _execute(f"UPDATE {_table(model)} bound SET area_code = keeper.code {_stale(model)}{some}", ids)
        for model in bound_models()
    )


def misplaced_rows() -> dict[str, int]:
    """How many rows of each table carry a code that is not their area's present one."""
    counts = {m._meta.label: _execute(f"SELECT 1{_stale(m, _table(m))}") for m in bound_models()}
    return {label: count for label, count in counts.items() if count}


def _table(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _stale(model: type[AreaBound], table: str = "") -> str:
    keeper = "a.id" if model.STAYS_WITH_AREA else "COALESCE(a.successor_id, a.id)"
    stale = STALE.format(keeper=keeper)
    return stale.replace("FROM", f"FROM {table} bound,") if table else stale


def _execute(statement: str, ids: list[int] | None = None) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"ids": ids})
        return cursor.rowcount
