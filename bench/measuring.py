"""How long each request takes, in turn and round after round, and how many statements it needs."""

import http.client
import time
from dataclasses import dataclass, field

from bench.asking import MINIMAL, Ask
from bench.calling import check, p50, p95, statements

WARM_UP = 4  # rounds that do not count: every worker has then seen every page


@dataclass
class Result:
    ask: Ask
    queries: int
    seconds: list[float] = field(default_factory=list)

    @property
    def p50(self) -> float:
        return p50(self.seconds)

    @property
    def p95(self) -> float:
        return p95(self.seconds)


def measure(
    asks: list[Ask], *, port: int, rounds: int, within: float, warm_up: int = WARM_UP
) -> list[Result]:
    """Visit all in turn, `rounds` times or until `within` seconds are over, whatever comes first."""
    until = time.monotonic() + within
    results = [Result(ask, statements(ask.call)) for ask in asks]
    for _number in range(warm_up):
        for result in results:
            visit(result.ask, port)
    for _number in range(rounds):
        for result in results:
            result.seconds.append(visit(result.ask, port))
        if time.monotonic() > until:
            break
    return results


def visit(ask: Ask, port: int) -> float:
    """The seconds from opening a connection to the last byte."""
    request = ask.request()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    begun = time.perf_counter()
    try:
        connection.request(request.method, request.path, request.body or None, ask.headers)
        answer = connection.getresponse()
        answer.read()
        seconds = time.perf_counter() - begun
    finally:
        connection.close()
    check(ask.name, request, answer.status)
    return seconds


def table(results: list[Result]) -> str:
    """A line a page: statements, p50 and p95 in milliseconds, both as multiples of the minimal view's."""
    base = next(result for result in results if result.ask.name == MINIMAL)
    head = f"| {'页面 / 接口':<14} | 查询 | p50 ms | p95 ms | p50 倍数 | p95 倍数 |"
    lines = [head, "| --- | ---: | ---: | ---: | ---: | ---: |"]
    for result in results:
        lines.append(
            f"| {result.ask.name} | {result.queries} | {result.p50 * 1000:.1f} | {result.p95 * 1000:.1f}"
            f" | {result.p50 / base.p50:.1f} | {result.p95 / base.p95:.1f} |"
        )
    rounds = len(base.seconds)
    return "\n".join([*lines, "", f"每项 {rounds} 次，轮流访问；倍数以同一次运行的{MINIMAL}为 1。"])
