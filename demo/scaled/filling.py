"""Rows into tables that stand bare meanwhile, with the seconds each of them took."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.db.models import Model

POOL = "scaled"  # the schema of what the rows are drawn from; it goes when the city stands
_CONSTRAINTS = """
    select format('alter table %%s drop constraint %%I', conrelid::regclass, conname),
        format('alter table %%s add constraint %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    from pg_constraint where conrelid = any(%s::regclass[]) and contype in ('u', 'x') order by conname
"""
# An index of a few rows stays: it costs little, and its condition would come back in other words.
_INDEXES = """
    select format('drop index %%s', indexrelid::regclass), pg_get_indexdef(indexrelid)
    from pg_index where indrelid = any(%s::regclass[]) and not indisprimary and indpred is null
        and not exists (select from pg_constraint where conindid = indexrelid and contype in ('u', 'x'))
    order by indexrelid
"""
# As far as the transaction goes. In the role of a replica the server runs no triggers: neither those of the facts,
# which are counted at the end, nor the look at every other table, of which each id has just been read.
_ROOM = """
    set local session_replication_role = replica;
    set local synchronous_commit = off;
    set local work_mem = '256MB';
    set local maintenance_work_mem = '1GB';
    set local max_parallel_maintenance_workers = 1;
    set local enable_mergejoin = off;
    set local enable_nestloop = off
"""


@dataclass
class Part:
    """What became of a table: its rows, the seconds to write them, the seconds to lay its indexes again."""

    rows: int = 0
    filled: float = 0
    laid: float = 0


@dataclass
class Filling:
    """The tables filled so far; `tell` says so to whoever waits."""

    tell: Callable[[str], object]
    parts: dict[str, Part] = field(default_factory=dict)

    def insert(self, model: type[Model], columns: dict[str, str], source: str) -> None:
        """Write what `source` (a FROM clause) yields into a model's table, each column from its expression."""
        table = model._meta.db_table
        names, values = ", ".join(f'"{name}"' for name in columns), ", ".join(columns.values())
        self.timed(model, f'insert into "{table}" ({names}) select {values} {source}')

    def timed(self, model: type[Model], work: str | Callable[[], int]) -> None:
        """A statement, or work that says how many rows it made, timed for a table."""
        begun = time.monotonic()
        rows = work() if callable(work) else _run(work)
        part = self.part(model)
        part.filled += time.monotonic() - begun
        part.rows += rows

    @staticmethod
    def keep(name: str, query: str, given: list | None = None, *, key: str = "") -> None:
        """A table of the pool, for later statements to read."""
        with connection.cursor() as cursor:
            cursor.execute(f"create unlogged table {POOL}.{name} as {query}", given)
            if key:
                cursor.execute(f"create unique index on {POOL}.{name} ({key})")
            cursor.execute(f"analyze {POOL}.{name}")

    @contextmanager
    def bare(self, *models: type[Model]) -> Iterator[None]:
        """A transaction in which tables stand without what is looked after row by row: indexes, unique and exclusion
        constraints, triggers. At its end they are as before; who is killed in between leaves nothing changed."""
        with transaction.atomic():
            _run(_ROOM)
            laid = {model: _strip(model) for model in models}
            yield
            for model, statements in laid.items():
                self._lay(model, statements)

    def table(self, seconds: float) -> str:
        """What each table took, for printing. Two are made at a time, so their seconds add up to more than all took."""
        lines = ["| 表 | 行 | 写入 s | 索引 s | 行/秒 |", "| --- | ---: | ---: | ---: | ---: |"]
        for name, part in sorted(self.parts.items(), key=lambda item: -item[1].rows):
            pace = part.rows / max(part.filled + part.laid, 0.001)
            lines.append(f"| {name} | {part.rows:,} | {part.filled:.1f} | {part.laid:.1f} | {pace:,.0f} |")
        rows = sum(part.rows for part in self.parts.values())
        lines.append(f"| 合计 | {rows:,} | {seconds:.1f} | | {rows / seconds:,.0f} |")
        return "\n".join(lines)

    def _lay(self, model: type[Model], statements: list[str]) -> None:
        begun = time.monotonic()
        for statement in statements:
            _run(statement)
        _run(f'analyze "{model._meta.db_table}"')
        part = self.part(model)
        part.laid += time.monotonic() - begun
        self.tell(f"  {model._meta.db_table}: {part.rows:,}, {part.filled:.1f} + {part.laid:.1f} s")

    def part(self, model: type[Model]) -> Part:
        return self.parts.setdefault(model._meta.db_table, Part())


@contextmanager
def pool() -> Iterator[None]:
    """The schema for what rows are drawn from, as long as it is needed."""
    _run(f"drop schema if exists {POOL} cascade; create schema {POOL}")
    try:
        yield
    finally:
        if not connection.needs_rollback:
            _run(f"drop schema if exists {POOL} cascade")


def columns(rows: Iterable[tuple]) -> list[list]:
    """Rows as the arrays that a statement unnests."""
    return [list(column) for column in zip(*rows, strict=True)]


def _run(statement: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return max(cursor.rowcount, 0)


def _strip(model: type[Model]) -> list[str]:
    """Take constraints and indexes of a table away; the statements that bring them back."""
    laid = []
    with connection.cursor() as cursor:
        for query in (_CONSTRAINTS, _INDEXES):
            cursor.execute(query, [[model._meta.db_table]])
            for drop, lay in cursor.fetchall():
                cursor.execute(drop)
                laid.append(lay)
    return laid
