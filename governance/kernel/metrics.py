"""Requests as counters, by the name of a page and the class of its answer: nothing of who asked or for what."""

import os

from prometheus_client import CollectorRegistry, Counter, Histogram, values
from prometheus_client.multiprocess import MultiProcessCollector

SHARED = "PROMETHEUS_MULTIPROC_DIR"  # where the processes of a web server add up; its name is the library's
SLOT = "METRICS_SLOT"
BUCKETS = (0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)

if SHARED in os.environ:
    # A file for each place of a process, not for each process: processes are renewed by the thousand requests.
    # Asked each time: the code is loaded before the processes fork and are given their places.
    values.ValueClass = values.MultiProcessValue(lambda: os.environ.get(SLOT, "0"))

OWN = CollectorRegistry()
REQUESTS = Counter("shanzhi_requests", "Requests answered", ["route", "status"], registry=OWN)
SECONDS = Histogram("shanzhi_request_seconds", "Time of an answer", ["route"], buckets=BUCKETS, registry=OWN)


def observe_request(route: str, status: int, seconds: float) -> None:
    REQUESTS.labels(route, f"{status // 100}xx").inc()
    SECONDS.labels(route).observe(seconds)


def registry() -> CollectorRegistry:
    """A registry of one reading: the requests of all processes of this web server, to which others are added."""
    found = CollectorRegistry()
    if SHARED in os.environ:
        MultiProcessCollector(found)
    else:
        found.register(OWN)
    return found
