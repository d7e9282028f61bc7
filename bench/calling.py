"""Calls over connections that stay open, by one client or by several at once."""

import http.client
import itertools
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from statistics import median, quantiles

from django.core.management.base import CommandError
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

FINE = (200, 201)


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    body: str = ""


@dataclass(frozen=True)
class Call:
    """What a client asks again and again: `stream(number)` gives the requests of the client of that number."""

    name: str
    headers: dict
    stream: Callable[[int], Iterator[Request]]


def reading(name: str, path: str, headers: dict) -> Call:
    """The same page again and again."""
    return Call(name, headers, lambda client: itertools.repeat(Request("GET", path)))


def statements(call: Call) -> int:
    """How many a request takes, warm, here, its writes undone."""
    stream = call.stream(0)
    with override_settings(ROOT_URLCONF="bench.urls"), transaction.atomic():
        _ask_here(call, next(stream))
        with CaptureQueriesContext(connection) as captured:
            _ask_here(call, next(stream))
        transaction.set_rollback(True)
    return len(captured)


def _ask_here(call: Call, request: Request) -> None:
    headers = {name: value for name, value in call.headers.items() if name != "Cookie"}
    client = Client(SERVER_NAME="127.0.0.1", headers=headers)
    client.cookies.load(call.headers.get("Cookie", ""))
    answer = client.generic(request.method, request.path, request.body, content_type="application/json")
    check(call.name, request, answer.status_code, b"" if answer.streaming else answer.content)


@dataclass
class Visitor:
    """One client with its connection; it opens a new one when the server has closed the last."""

    call: Call
    port: int
    number: int = 0
    seconds: list[float] = field(default_factory=list)

    def __post_init__(self):
        self.requests = self.call.stream(self.number)
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def ask(self) -> float:
        """Seconds from sending to the last byte."""
        request = next(self.requests)
        begun = time.perf_counter()
        self.connection.request(request.method, request.path, request.body or None, self._headers(request))
        answer = self.connection.getresponse()
        said = answer.read()
        spent = time.perf_counter() - begun
        check(self.call.name, request, answer.status, said)
        if answer.will_close:
            self.connection.close()
        return spent

    def _headers(self, request: Request) -> dict:
        return self.call.headers | ({"Content-Type": "application/json"} if request.body else {})


def in_turn(
    visitors: list[Visitor], *, rounds: int, each: float, between: Callable[[], object] = lambda: None
) -> None:
    """All in turn, round after round; in a round each asks once, and again until `each` seconds are over."""
    for visitor in visitors:
        for _warm_up in range(6):
            visitor.ask()
    for _round in range(rounds):
        between()
        for visitor in visitors:
            visitor.connection.close()  # the server has not waited meanwhile
            until = time.perf_counter() + each
            while True:
                visitor.seconds.append(visitor.ask())
                if time.perf_counter() > until:
                    break


def at_once(call: Call, port: int, *, clients: int, seconds: float) -> list[float]:
    """What each request takes while so many clients ask without pause."""
    visitors = [Visitor(call, port, number) for number in range(clients)]
    until, faults = time.perf_counter() + seconds, []

    def ask(visitor: Visitor) -> None:
        try:
            while time.perf_counter() < until:
                visitor.seconds.append(visitor.ask())
        except (CommandError, OSError, http.client.HTTPException) as fault:
            faults.append(fault)

    threads = [threading.Thread(target=ask, args=(visitor,)) for visitor in visitors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise CommandError(str(faults[0]))
    return [spent for visitor in visitors for spent in visitor.seconds]


def p50(seconds: list[float]) -> float:
    return median(seconds)


def p95(seconds: list[float]) -> float:
    return quantiles(seconds, n=20, method="inclusive")[-1] if seconds[1:] else seconds[0]


def check(name: str, request: Request, status: int, said: bytes = b"") -> None:
    """Nothing is measured that does not answer as it should."""
    if status not in FINE:
        raise CommandError(f"{name}: {request.method} {request.path} → {status} {said[:300]!r}")
