"""What a piece of work cost: its time and its statements, told in one line of the log."""

import logging
import time
from contextlib import ExitStack, contextmanager

from django.conf import settings
from django.db import connections

from governance.kernel import logs, metrics, slowness

UNTOLD = {"healthz", "readyz", "metrics"}  # asked every few seconds by machines


class Meter:
    """Counts statements and their time while it wraps the connections of this thread."""

    def __init__(self):
        self.began = time.perf_counter()
        self.statements = 0
        self.database_seconds = 0.0
        self.limit = settings.SLOW_STATEMENT_MS / 1000
        self.slow: list[tuple[str, float]] = []

    def __call__(self, execute, sql, params, many, context):
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            took = time.perf_counter() - began
            self.statements += 1
            self.database_seconds += took
            if took >= self.limit:
                self.slow.append((str(sql), took))

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self.began

    def told(self, work: str) -> dict:
        """The figures of what a page or task cost; what was slow in it is left for the page of slow statements."""
        if self.slow:
            slowness.leave(work, self.slow)
        return {
            "ms": round(self.seconds * 1000, 1),
            "statements": self.statements,
            "database_ms": round(self.database_seconds * 1000, 1),
        }


@contextmanager
def metered():
    """A meter over every database of this thread."""
    meter = Meter()
    with ExitStack() as stack:
        for connection in connections.all():
            stack.enter_context(connection.execute_wrapper(meter))
        yield meter


class WatchMiddleware:
    """Tell of every request its route, status, time and statements; never who asked, from where, or for what.

    The route is the name of a page, not its address: addresses carry numbers and what was searched for. Nor is
    there a pseudonym of the person: lines by person and second would be a track of a day's work.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with metered() as meter:
            response = self.get_response(request)
        route = route_of(request)
        metrics.observe_request(route, response.status_code, meter.seconds)
        logs.note(
            "request",
            level=logging.DEBUG if route in UNTOLD else logging.INFO,
            method=request.method,
            route=route,
            status=response.status_code,
            **meter.told(route),
        )
        return response


def route_of(request) -> str:
    """The name of the page asked for; "unknown" for an address nobody answers."""
    match = getattr(request, "resolver_match", None)
    return (match and match.view_name) or "unknown"
