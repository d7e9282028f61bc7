"""Facts: one row for every area on the path, each day and each month, added up from the outbox.

Facts plus outbox always equal a recount of the rows. Who reads both does so in one statement, hence one
snapshot, so that a drain in between neither hides nor doubles anything.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection, transaction
from django.utils import timezone

from governance.kernel.days import month_start
from governance.statistics.definitions import Dataset

BATCH = 200_000
DRAIN_LOCK = 7_301_001
_ROOM = "set local work_mem = '64MB'"  # a batch is sorted and grouped in memory, and there is one drainer at a time


_DRAIN = """
    with gone as (
        delete from statistics_outbox
        where id <= (select max(id) from (select id from statistics_outbox order by id limit %s) first)
        returning measure, area_id, area_code, day, weight
    ), taken as materialized (
        select measure, area_id, area_code, day, sum(weight) as weight from gone group by 1, 2, 3, 4
    ), leaf as (
        insert into statistics_leaffact as f (measure, area_id, day, value)
        select measure, area_id, day, sum(weight) from taken where area_id is not null
        group by 1, 2, 3 having sum(weight) <> 0 order by 2, 3, 1
        on conflict (measure, area_id, day) do update set value = f.value + excluded.value
    ), days as (
        select measure, l.code_width as level, left(area_code, l.code_width) as code, day,
            sum(weight) as value
        from taken join areas_arealevel l on length(area_code) >= l.code_width
        group by 1, 2, 3, 4 having sum(weight) <> 0
    ), day_facts as (
        insert into statistics_fact as f (measure, level, code, day, value)
        select measure, level, code, day, value from days
        order by 2, 3, 4, 1
        on conflict (measure, level, code, day) do update set value = f.value + excluded.value
    ), month_facts as (
        insert into statistics_monthfact as f (measure, level, code, month, value)
        select measure, level, code, date_trunc('month', day::timestamp)::date, sum(value) from days
        group by 1, 2, 3, 4 having sum(value) <> 0 order by 2, 3, 4, 1
        on conflict (measure, level, code, month) do update set value = f.value + excluded.value
    )
    select count(*) from gone
"""

SELDOM = timedelta(seconds=30)  # the moment is noted for those who ask whether the drain runs at all
_CAUGHT_UP = """
    insert into statistics_caughtup as c (sweep, at) values ('drain', %s)
    on conflict (sweep) do update set at = excluded.at where c.at < excluded.at - %s
"""


def rows_of(dataset: Dataset) -> str:
    """What all rows of a dataset count for, ready for a statement with parameters."""
    return dataset.contributions(f'"{dataset.table}"').replace("%", "%%")


def drain() -> int:
    """Add the outbox into the facts; how many differences were taken. A second drainer leaves at once."""
    taken = 0
    while True:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select pg_try_advisory_xact_lock(%s)", [DRAIN_LOCK])
            if not cursor.fetchone()[0]:
                return taken
            cursor.execute(_ROOM)
            cursor.execute(_DRAIN, [BATCH])
            batch = cursor.fetchone()[0]
            if batch < BATCH:
                cursor.execute(_CAUGHT_UP, [timezone.now(), SELDOM])
        taken += batch
        if batch < BATCH:
            return taken


@transaction.atomic
def rebuild_facts(datasets: list[Dataset]) -> int:
    """Count the rows of these datasets anew and set their facts right, while writers go on writing.

    The recount and the removal of the outbox rows it covers are one statement: what commits later is in
    neither, and stays in the outbox. Facts that are right already are left alone, so that a rebuild writes
    no more than it mends. Returns how many sums by area and day were counted.
    """
    counted = 0
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [DRAIN_LOCK])
        cursor.execute(_ROOM)
        cursor.execute(_RECOUNTED)
        for dataset in datasets:
            cursor.execute("truncate recounted")
            cursor.execute(_RECOUNT.format(rows=rows_of(dataset)), [dataset.keys])
            counted += cursor.rowcount
            cursor.execute("analyze recounted")
            for table, key, sums in _SUMS:
                cursor.execute(_set_right(table, key, sums), [dataset.keys])
        cursor.execute("drop table recounted")
    return counted


_RECOUNTED = """
    create temporary table recounted as
    select measure, area_id, area_code, day, weight from statistics_outbox with no data
"""
_RECOUNT = """
    with covered as (delete from statistics_outbox where measure = any(%s))
    insert into recounted select measure, area_id, area_code, day, sum(weight) from ({rows}) c group by 1, 2, 3, 4
"""
_PLACE = "l.code_width as level, left(area_code, l.code_width) as code"
_UPWARDS = """
    sum(weight)::bigint as value from recounted join areas_arealevel l on length(area_code) >= l.code_width
    group by 1, 2, 3, 4 having sum(weight) <> 0
"""
_SUMS = (
    (
        "leaffact",
        ("measure", "area_id", "day"),
        """
        select measure, area_id, day, sum(weight)::bigint as value from recounted where area_id is not null
        group by 1, 2, 3 having sum(weight) <> 0
        """,
    ),
    ("fact", ("measure", "level", "code", "day"), f"select measure, {_PLACE}, day, {_UPWARDS}"),
    (
        "monthfact",
        ("measure", "level", "code", "month"),
        f"select measure, {_PLACE}, date_trunc('month', day::timestamp)::date as month, {_UPWARDS}",
    ),
)


def _set_right(table: str, key: tuple[str, ...], sums: str) -> str:
    """The statement that takes away, mends and adds those facts in which the sums `recounted` differ."""
    columns = ", ".join(key)
    same = " and ".join(f"f.{column} = w.{column}" for column in key)
    return f"""
        with sums as ({sums}), kept as (
            select {columns}, value from statistics_{table} where measure = any(%s)
        ), wrong as materialized (
            select {columns}, kept.value as kept, sums.value as counted
            from kept full join sums using ({columns}) where kept.value is distinct from sums.value
        ), gone as (
            delete from statistics_{table} f using wrong w where counted is null and {same}
        ), mended as (
            update statistics_{table} f set value = counted from wrong w
            where kept is not null and counted is not null and {same}
        )
        insert into statistics_{table} ({columns}, value)
        select {columns}, counted from wrong where kept is null order by {columns}
    """


@dataclass(frozen=True)
class Difference:
    """Where the facts with the outbox and a recount of the rows disagree."""

    grain: str
    measure: str
    area: str
    day: str
    kept: int
    counted: int


_GRAINS = {
    "day": (
        "l.code_width || ':' || left(area_code, l.code_width)",
        "day",
        "select measure, level || ':' || code as area, day, value from statistics_fact",
    ),
    "month": (
        "l.code_width || ':' || left(area_code, l.code_width)",
        "date_trunc('month', day)::date",
        "select measure, level || ':' || code as area, month as day, value from statistics_monthfact",
    ),
    "leaf": (
        "area_id::text",
        "day",
        "select measure, area_id::text as area, day, value from statistics_leaffact",
    ),
}


def reconcile(datasets: list[Dataset], *, sample: int | None = None) -> list[Difference]:
    """Recount the rows and compare, grain by grain; `sample` limits it to that many random days and their months."""
    found = []
    for dataset in datasets:
        days = _sample_days(dataset, sample) if sample else None
        months = {month_start(day) for day in days} if sample else None
        for grain in _GRAINS:
            found += _differences(dataset, grain, months if grain == "month" else days)
    return found


def _sample_days(dataset: Dataset, size: int) -> set[date]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            select day from (
                select day from statistics_fact where measure = any(%s)
                union select day from ({rows_of(dataset)}) c
            ) d order by random() limit %s
            """,
            [dataset.keys, size],
        )
        return {day for (day,) in cursor.fetchall()}


def _differences(dataset: Dataset, grain: str, days: set[date] | None) -> list[Difference]:
    area, day, facts = _GRAINS[grain]
    levels = "" if grain == "leaf" else "join areas_arealevel l on length(area_code) >= l.code_width"
    some = "and day = any(%(days)s)" if days is not None else ""
    rollup = f"select measure, {area} as area, {day} as day, weight as value from"
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            with recount as (
                select measure, area, day, sum(value) as value
                from ({rollup} ({rows_of(dataset)}) c {levels}) r
                where area is not null {some} group by 1, 2, 3
            ), kept as (
                select measure, area, day, sum(value) as value
                from ({facts} union all {rollup} statistics_outbox o {levels}) k
                where area is not null and measure = any(%(measures)s) {some} group by 1, 2, 3
            )
            select measure, area, day::text, coalesce(kept.value, 0), coalesce(recount.value, 0)
            from recount full join kept using (measure, area, day)
            where coalesce(kept.value, 0) <> coalesce(recount.value, 0) order by 1, 2, 3
            """,
            {"measures": dataset.keys, "days": list(days or ())},
        )
        return [Difference(grain, *row) for row in cursor.fetchall()]
