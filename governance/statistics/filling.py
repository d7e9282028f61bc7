"""Filling empty tables by the hundred thousand: the facts are counted once at the end, not with every statement."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from governance.statistics import registry, stocks, triggers
from governance.statistics.definitions import Dataset
from governance.statistics.facts import DRAIN_LOCK, rows_of

_MEMORY = "256MB"
_ROOM = "set local work_mem = '{memory}'; set local maintenance_work_mem = '{memory}'"
_KEYS = {
    "statistics_leaffact": "measure, area_id, day",
    "statistics_fact": "measure, level, code, day",
    "statistics_monthfact": "measure, level, code, month",
}
_COUNTED = """
    create temporary table counted on commit drop as select measure, area_id, area_code, day, weight from ({rows}) c;
    analyze counted
"""
_SUMS = {
    "statistics_leaffact": """
        select measure, area_id, day, sum(weight) from counted where area_id is not null
        group by 1, 2, 3 having sum(weight) <> 0
    """,
    "statistics_fact": """
        select measure, l.code_width, left(area_code, l.code_width), day, sum(weight)
        from counted join areas_arealevel l on length(area_code) >= l.code_width
        group by 1, 2, 3, 4 having sum(weight) <> 0
    """,
    "statistics_monthfact": """
        select measure, level, code, date_trunc('month', day)::date, sum(value) from statistics_fact
        group by 1, 2, 3, 4 having sum(value) <> 0
    """,
}


@contextmanager
def counted_at_the_end(memory: str = _MEMORY) -> Iterator[None]:
    """What is written inside counts when all is written; it all happens, facts included, or nothing does.

    Nobody else may read or write figures meanwhile, they wait: it is for the first filling of a portal. Sums
    without a key to look after, and the key laid when they stand, take a third of the time of a drain. They are
    gathered in `memory`; what does not fit goes through files and takes several times as long.
    """
    datasets = registry.datasets()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [DRAIN_LOCK])
        laid = triggers.standing_triggers(triggers.PREFIX)
        _switch(cursor, laid, "disable")
        with stocks.all_stale_afterwards():
            yield
        cursor.execute("set constraints all immediate")  # a table with checks outstanding cannot be altered
        _switch(cursor, laid, "enable")
        _count_anew(cursor, datasets, memory)


def _switch(cursor, laid: list[tuple[str, str, str]], way: str) -> None:
    for table, name, _hash in laid:
        cursor.execute(f'alter table "{table}" {way} trigger "{name}"')


def _count_anew(cursor, datasets: list[Dataset], memory: str) -> None:
    cursor.execute(_ROOM.format(memory=memory))
    cursor.execute(
        _COUNTED.format(rows=" union all ".join(f"({rows_of(dataset)})" for dataset in datasets)), []
    )
    cursor.execute(f"truncate statistics_outbox, {', '.join(_KEYS)}")
    for table, sums in _SUMS.items():
        cursor.execute(f"alter table {table} drop constraint {table}_pkey")
        cursor.execute(f"insert into {table} {sums}")
        cursor.execute(f"alter table {table} add primary key ({_KEYS[table]})")
        cursor.execute(f"analyze {table}")
