"""The portal beside the floor: the same server, the same database engine, visited in turn in one run."""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from statistics import median

from django.conf import settings
from django.core.management.base import CommandError

from bench.asking import measuring
from bench.calling import Visitor, at_once, in_turn, p50, p95, statements
from bench.loading import throw_away_database
from bench.pairs import CLIENTS, Asking, Pair, pairs
from bench.serving import serving
from governance.areas.models import Area
from governance.statistics import registry, stocks
from governance.statistics.facts import drain

ROUNDS, EACH, TOGETHER = 12, 0.25, 4.0  # rounds, seconds a call and round, seconds at several clients
TAIL = 3  # p95 / p50 at several clients
_SLOWER = (
    "\n底线的 p50 是第一座时的 {:.1f} 倍（中位数），增长已经除去。"
    "※ 每个县区答一行，底线也答一样多行：除去的是它自己的底线的倍数。"
)


@dataclass(frozen=True)
class Line:
    """One path measured: milliseconds, statements, and p95 / p50 at several clients."""

    name: str
    ours: float
    floor: float
    statements: int
    tail: float
    floor_tail: float
    most: float
    aim: float
    queries: int
    growth: float
    by_district: bool = False

    @property
    def times(self) -> float:
        return self.ours / self.floor


def measure_beside(count: int) -> list[Line]:
    """Every pair on the portal's present database, beside a floor with `count` matters."""
    stocks.rebuild(list(registry.stocks().values()))
    with the_floor(count) as (floor_port, token), serving() as port, measuring() as people:
        found = pairs(Asking(people, {"Authorization": f"Token {token}"}))
        needed = [statements(pair.ours) for pair in found]
        visitors = [
            (Visitor(pair.ours, port, CLIENTS - 1), Visitor(pair.floor, floor_port, CLIENTS))
            for pair in found
        ]
        in_turn([one for both in visitors for one in both], rounds=ROUNDS, each=EACH, between=keep_up)
        return [
            _line(pair, ours, floor, queries, port, floor_port)
            for pair, (ours, floor), queries in zip(found, visitors, needed, strict=True)
        ]


def keep_up() -> None:
    """What the worker of a running portal does every two or three seconds."""
    drain()
    stocks.sweep(registry.stocks())


def _line(pair: Pair, ours: Visitor, floor: Visitor, queries: int, port: int, floor_port: int) -> Line:
    keep_up()
    tails = [
        at_once(call, where, clients=CLIENTS, seconds=TOGETHER)
        for call, where in ((pair.ours, port), (pair.floor, floor_port))
    ]
    return Line(
        name=pair.name,
        ours=p50(ours.seconds) * 1000,
        floor=p50(floor.seconds) * 1000 * pair.floor_times,
        statements=queries,
        tail=p95(tails[0]) / p50(tails[0]),
        floor_tail=p95(tails[1]) / p50(tails[1]),
        most=pair.most,
        aim=pair.aim,
        queries=pair.queries,
        growth=pair.growth,
        by_district=pair.by_district,
    )


def _districts() -> int:
    return Area.objects.open().filter(level__depth=2).count()


@contextmanager
def the_floor(count: int):
    """The floor's port and token: a database of its own, filled, served as the portal is."""
    with throw_away_database("floor") as address:
        own = {"DATABASE_URL": address}
        filled = subprocess.run(
            [sys.executable, "-m", "bench.floor.fill", str(count), str(_districts())],
            cwd=settings.BASE_DIR,
            env=os.environ | own | {"PROCESS_KIND": "command"},
            capture_output=True,
            text=True,
        )
        if filled.returncode:
            raise CommandError(filled.stderr[-2000:])
        with serving("bench.floor.wsgi", **own) as port:
            yield port, filled.stdout.strip()


def as_text(lines: list[Line]) -> str:
    return json.dumps([asdict(line) for line in lines], ensure_ascii=False)


def from_text(text: str) -> list[Line]:
    return [Line(**line) for line in json.loads(text)]


def table(lines: list[Line], smaller: list[Line] | None = None) -> str:
    """A line a path; with the same paths on a smaller city, how much each has grown since.

    Both times the floor did the same on the same rows: as much as its paths have become slower, so has the machine.
    Where the answer has a line for every district, the floor's has as many more as ours: growth is against that.
    """
    head = [
        "| 路径 | p50 ms | 底线 p50 ms | 倍数 | 上限（目标） | 查询（上限） | 四路 p95/p50（底线） | 增长（上限） |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    before = {line.name: line for line in smaller or []}
    same = [line for line in lines if not line.by_district]
    slower = median(line.floor / before[line.name].floor for line in same) if before else 1.0
    rows = [_row(line, before.get(line.name), slower) for line in lines]
    said = [_SLOWER.format(slower)] if before else []
    return "\n".join([*head, *rows, *said])


def _row(line: Line, before: Line | None, slower: float) -> str:
    return f"{_measured(line)} {_grown(line, before, slower) if before else ''} |"


def _grown(line: Line, before: Line, slower: float) -> str:
    own = line.floor / before.floor if line.by_district else slower
    return f"{_marked(line.ours / before.ours / own, line.growth)} × ({line.growth}){'※' if line.by_district else ''}"


def _measured(line: Line) -> str:
    return (
        f"| {line.name} | {line.ours:.1f} | {line.floor:.1f} | {_marked(line.times, line.most)}"
        f" | {line.most} ({line.aim}) | {_marked(line.statements, line.queries, 0)} ({line.queries})"
        f" | {_marked(line.tail, TAIL)} ({line.floor_tail:.1f}) |"
    )


def _marked(value: float, most: float, places: int = 1) -> str:
    """The value, with a mark where it is over its limit."""
    return f"{value:.{places}f}{' ✗' if value > most else ''}"
