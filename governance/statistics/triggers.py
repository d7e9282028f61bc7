"""Triggers that keep the facts: for each dataset four, at statement level, each writing grouped differences.

They are laid by `migrate` from the definitions, not by migrations: a changed definition replaces them and
recounts its facts, so code, triggers and facts cannot disagree.
"""

import pgtrigger
from django.db import connection, transaction
from django.db.models import Model

from governance.statistics.definitions import Dataset

PREFIX = "facts"
_TARGET = "insert into statistics_outbox (measure, area_id, area_code, day, weight)"


def triggers(dataset: Dataset) -> list[pgtrigger.Trigger]:
    """One per event: PostgreSQL allows transition tables on single-event triggers only."""
    gained, lost = dataset.contributions("new_rows"), dataset.contributions("old_rows", sign=-1)
    gone = dataset.contributions(f'"{dataset.table}"', sign=-1)
    new, old = "new_rows", "old_rows"
    return [
        _trigger("insert", pgtrigger.Insert, gained, new=new),
        _trigger("update", pgtrigger.Update, f"{gained} union all {lost}", new=new, old=old),
        _trigger("delete", pgtrigger.Delete, lost, old=old),
        _trigger("truncate", pgtrigger.Truncate, gone, when=pgtrigger.Before),
    ]


def _trigger(event: str, operation, differences: str, *, when=pgtrigger.After, **tables) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=f"{PREFIX}_{event}",
        level=pgtrigger.Statement,
        when=when,
        operation=operation,
        referencing=pgtrigger.Referencing(**tables) if tables else None,
        func=f"""
            {_TARGET}
            select d.measure, d.area_id, d.area_code, d.day, sum(d.weight) from ({differences}) d
            group by 1, 2, 3, 4 having sum(d.weight) <> 0;
            return null;
        """,
    )


def lay_triggers(datasets: list[Dataset]) -> list[Dataset]:
    """Install what is missing or outdated, drop what no dataset wants; returns the datasets that changed."""
    changed = lay(PREFIX, [(dataset.model, triggers(dataset)) for dataset in datasets])
    return [dataset for dataset in datasets if dataset.model in changed]


@transaction.atomic
def lay(prefix: str, wanted: list[tuple[type[Model], list[pgtrigger.Trigger]]]) -> list[type[Model]]:
    """Make the triggers of a prefix those that are wanted; returns the models whose triggers changed."""
    standing = {(table, name): text for table, name, text in standing_triggers(prefix)}
    changed = []
    for model, laid in wanted:
        hashes = {trigger.get_pgid(model): trigger.compile(model).hash for trigger in laid}
        if hashes != {name: standing.pop((model._meta.db_table, name), None) for name in hashes}:
            _install(model, laid)
            changed.append(model)
    for table, name in standing:
        _drop(table, name)
    return changed


def _install(model: type[Model], laid: list[pgtrigger.Trigger]) -> None:
    with connection.cursor() as cursor:
        for trigger in laid:
            cursor.execute(trigger.compile(model).install_sql)


def standing_triggers(prefix: str) -> list[tuple[str, str, str]]:
    """Table, name and hash of every trigger of a prefix."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select c.relname, t.tgname, obj_description(t.oid, 'pg_trigger') from pg_trigger t"
            " join pg_class c on c.oid = t.tgrelid where t.tgname like %s and pg_table_is_visible(c.oid)",
            [f"pgtrigger\\_{prefix}\\_%"],
        )
        return cursor.fetchall()


def _drop(table: str, name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f'drop trigger "{name}" on "{table}"; drop function if exists "{name}"()')
