"""What keeping the figures costs, and how fast it is: upkeep, drain, lag, recount, export, and the migrations.

Each is held against plain SQL of the same run, on a city made for it. `figures_now` makes that city in a database of
its own and runs `manage.py bench_figures --here` there.
"""

import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from statistics import median

from django.db import connection, transaction
from django.test import Client

from bench.loading import in_own_database, run_there, throw_away_database
from bench.writing import writing
from governance.people.models import User
from governance.statistics import facts, registry
from governance.statistics.definitions import Dataset
from governance.statistics.triggers import triggers
from grids.api.visits import VisitViewSet
from grids.models import Visit

VISITS, EXPORTED = 1_000_000, 100_000
ROUNDS, EACH = 3, 4.0  # seconds a round with upkeep and without, in turn
PACE, PACED = 500, 20.0  # inserts a second, for so many seconds
BETWEEN_DRAINS = 2.0  # as the schedule has it
ENTRIES = 200_000
MIGRATIONS_WITHIN = 20
SPREADS = {3: "近三天的", 365: "散在一年里的"}  # what running work leaves, and what late data may be like
_ENTRIES = """
    with grids as (
        select id, code, row_number() over (order by code) - 1 as place from areas_area where length(code) = 15
    )
    insert into statistics_outbox (measure, area_id, area_code, day, weight)
    select 'visits.count', id, code, current_date - (random() * %s)::int, 1
    from generate_series(1, %s) number join grids on place = number %% (select count(*) from grids)
"""
_PLAIN = (
    """
    set work_mem = '64MB';
    create temporary table plain_leaf (area_id bigint, day date, value bigint, primary key (area_id, day));
    insert into plain_leaf select area_id, visited_on, count(*) from grids_visit group by 1, 2
    """,
    """
    create temporary table plain_above (
        level smallint, code varchar(18) collate "C", day date, value bigint, primary key (level, code, day)
    );
    insert into plain_above
    select code_width, left(code, code_width), day, sum(value)
    from plain_leaf join areas_area a on a.id = area_id join areas_arealevel on length(code) >= code_width
    group by 1, 2, 3
    """,
)


@dataclass(frozen=True)
class Line:
    """One figure with its limit: at least or at most so much."""

    name: str
    value: float
    unit: str
    limit: float
    at_least: bool = False
    beside: str = ""

    @property
    def holds(self) -> bool:
        return self.value >= self.limit if self.at_least else self.value <= self.limit


def figures_now(visits: int = VISITS) -> str:
    """The whole table, from databases made for it and dropped afterwards."""
    with throw_away_database("migrating") as address:
        begun = time.monotonic()
        run_there(["migrate", "--verbosity", "0"], address)
        migrated = time.monotonic() - begun
    here = ["bench_figures", "--here"]
    city = ["make_city", "--scale=1", f"--visits={visits}", "--cases=10000"]
    migrations = Line("空库迁移", migrated, "秒", MIGRATIONS_WITHIN)
    measured = in_own_database(city, here, within=3600 + visits / 1000)  # four hours for ten million visits
    return "\n".join([measured.rstrip(), row(migrations)])


def measure_figures(*, seconds: float = EACH, paced: float = PACED, entries: int = ENTRIES) -> Iterator[Line]:
    """On the city of the present database, each when it is measured; it enters visits and leaves them there."""
    facts.drain()
    yield _upkeep(seconds)
    yield _draining(entries)
    yield _lag(paced)
    yield _recount()
    yield from _export()


HEAD = "| 项目 | 结果 | 上限 / 下限 | 同时量的 |\n| --- | ---: | ---: | --- |"


def row(line: Line) -> str:
    side = "≥" if line.at_least else "≤"
    mark = "" if line.holds else " ✗"
    return f"| {line.name} | {line.value:,.2f} {line.unit}{mark} | {side} {line.limit:,g} | {line.beside} |"


def _upkeep(seconds: float) -> Line:
    """Single rows, a transaction each, by four writers; with the triggers of the figures and without, in turn."""
    rates: dict[bool, list[float]] = {True: [], False: []}
    for _round in range(ROUNDS):
        for kept in (True, False):
            with _upkeep_switched(kept):
                rates[kept].append(_written(seconds) / seconds)
    kept, bare = median(rates[True]), median(rates[False])
    facts.rebuild_facts([_of(Visit)])
    beside = f"{kept:,.0f} 条/秒，不维护时 {bare:,.0f}"
    return Line("四路逐条写入，维护 / 不维护", kept / bare, "倍", 0.8, True, beside)


def _draining(entries: int) -> Line:
    """Differences in every grid, as visits one by one leave them: bound for days of work, told beside for a year's."""
    rates = {days: _drained(days, entries) for days in SPREADS}
    facts.rebuild_facts([_of(Visit)])
    beside = f"一次 {entries:,} 条，{SPREADS[3]}；{SPREADS[365]} {rates[365]:,.0f}"
    return Line("汇总", rates[3], "条/秒", 50_000, True, beside)


def _drained(days: int, entries: int) -> float:
    """Differences a second."""
    _run(_ENTRIES, [days, entries])
    begun = time.perf_counter()
    taken = facts.drain()
    return taken / (time.perf_counter() - begun)


def _lag(seconds: float) -> Line:
    """How old the oldest difference not drained yet ever gets while four writers enter five hundred a second."""
    over = threading.Event()
    drainer = threading.Thread(target=_drain_until, args=[over], daemon=True)
    drainer.start()
    with writing(pace=PACE) as written:
        oldest = _watched(seconds)
    over.set()
    drainer.join()
    return Line("滞后，每秒五百条", oldest, "秒", 5, beside=f"写入 {sum(written) / seconds:,.0f} 条/秒")


def _recount() -> Line:
    """The facts of all visits from nothing, against sums by area and day, and of these by all areas above."""
    visits = Visit.objects.count()
    plain = sum(map(_timed_sql, _PLAIN))
    _run("drop table plain_leaf, plain_above")
    with transaction.atomic():  # whoever stops it half-way finds the figures as they were
        _run("truncate statistics_fact, statistics_monthfact, statistics_leaffact")
        begun = time.perf_counter()
        facts.rebuild_facts([_of(Visit)])
        ours = time.perf_counter() - begun
        facts.rebuild_facts([dataset for dataset in registry.datasets() if dataset.model is not Visit])
    beside = f"{visits:,} 条走访 {ours:.1f} 秒，两条 SQL {plain:.1f} 秒"
    return Line("重算 / 两条 SQL", ours / plain, "倍", 2, beside=beside)


def _export() -> list[Line]:
    """The list of visits as a streamed file, over the API, against reading its columns and doing nothing with them."""
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(User.objects.filter(holdings__post__role__code="city_official").order_by("pk")[0])
    columns = VisitViewSet.layout.fields
    rows = Visit.objects.for_list().order_by(*VisitViewSet.order).values(*columns)

    def plain(most: int) -> Iterator:
        return islice(rows.iterator(chunk_size=2000), most)

    def ours(most: int) -> Iterator:
        answer = client.get("/api/v1/visits/", {"format": "csv"})
        with closing(answer):  # which gives back the place among the heavy calls of one client
            yield from islice(
                (line for piece in answer.streaming_content for line in piece.splitlines()), most
            )

    exported, read = (max(_rate(way, EXPORTED) for _round in range(2)) for way in (ours, plain))
    few, many = (_peak(ours, most) for most in (EXPORTED // 10, EXPORTED))
    return [
        Line(
            "导出 / values()", exported / read, "倍", 0.25, True,
            f"{exported:,.0f} 行/秒，只读 {read:,.0f}",
        ),
        Line(
            "导出的内存峰值，十倍的行", many / few, "倍", 1.2,
            beside=f"{few / 1e6:.1f} MB 和 {many / 1e6:.1f} MB",
        ),
    ]  # fmt: skip


def _of(model: type) -> Dataset:
    return next(dataset for dataset in registry.datasets() if dataset.model is model)


@contextmanager
def _upkeep_switched(kept: bool) -> Iterator[None]:
    """With the triggers of the figures of visits, or without them as long as this lasts."""
    names = [trigger.get_pgid(Visit) for trigger in triggers(_of(Visit))]
    try:
        for name in () if kept else names:
            _run(f'alter table grids_visit disable trigger "{name}"')
        yield
    finally:
        for name in () if kept else names:
            _run(f'alter table grids_visit enable trigger "{name}"')


def _written(seconds: float) -> int:
    with writing() as written:
        time.sleep(seconds)
    return sum(written)


def _drain_until(over: threading.Event) -> None:
    while not over.wait(BETWEEN_DRAINS):
        facts.drain()
    connection.close()


def _watched(seconds: float) -> float:
    """The greatest age of the oldest waiting difference, from when its number was given."""
    given: list[tuple[float, int]] = []
    oldest, until = 0.0, time.monotonic() + seconds
    while (now := time.monotonic()) < until:
        [(first, last)] = _asked(
            "select (select min(id) from statistics_outbox), (select max(last_value) from statistics_outbox_id_seq)"
        )
        given.append((now, last))
        if first is not None:
            begun = next((moment for moment, number in given if number >= first), now)
            oldest = max(oldest, now - begun)
        time.sleep(0.05)
    return oldest


def _rate(way: Callable[[int], Iterator], most: int) -> float:
    begun = time.perf_counter()
    read = sum(1 for _row in way(most))
    return read / (time.perf_counter() - begun)


def _peak(way: Callable[[int], Iterator], most: int) -> int:
    tracemalloc.start()
    for _row in way(most):
        pass
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def _timed_sql(statement: str) -> float:
    begun = time.perf_counter()
    _run(statement)
    return time.perf_counter() - begun


def _run(statement: str, params: list | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


def _asked(statement: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()
