"""What every task cost: its line in the log, under an id its audit rows carry too, and its sums for the metrics."""

import logging
import time
from collections import defaultdict
from contextlib import ExitStack, suppress
from contextvars import ContextVar
from functools import cache

import redis
from celery import signals, states
from django.conf import settings

from governance.kernel import logs
from governance.kernel.context import RequestFacts, facts
from governance.kernel.watching import metered

WORTH_A_LINE = 1.0  # seconds; sweeps come by every few, and most find nothing to do
KEY = "sweeps"  # a hash beside the cache, so that whichever web server is asked knows of every worker

_running: ContextVar = ContextVar("running_task", default=None)


@signals.task_prerun.connect
def begin(task_id, **kwargs):
    stack = ExitStack()
    stack.callback(facts.reset, facts.set(RequestFacts(request_id=task_id)))
    _running.set((stack, stack.enter_context(metered())))


@signals.task_postrun.connect
def end(task, state, **kwargs):
    running = _running.get()
    if running is None:
        return
    _running.set(None)
    stack, meter = running
    with stack:
        is_well = state == states.SUCCESS
        level = logging.DEBUG if is_well and meter.seconds < WORTH_A_LINE else logging.INFO
        logs.note("task", level=level, task=task.name, state=state.lower(), **meter.told(task.name))
    add_up(task.name, meter.seconds, is_well=is_well)


def add_up(task: str, seconds: float, *, is_well: bool) -> None:
    """Add a run to the sums of its task. Without the cache nothing is kept: that costs a figure, not the work."""
    now = time.time()
    with suppress(redis.RedisError), _kept().pipeline(transaction=False) as asked:
        asked.hincrby(KEY, f"{task} runs", 1)
        asked.hincrby(KEY, f"{task} failures", 0 if is_well else 1)
        asked.hincrbyfloat(KEY, f"{task} seconds", seconds)
        asked.hset(KEY, mapping={f"{task} ended": now, f"{task} took": seconds})
        if is_well:
            asked.hset(KEY, f"{task} succeeded", now)
        asked.execute()


def told() -> dict[str, dict[str, float]]:
    """The sums of every task since the cache was last emptied."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for field, value in _kept().hgetall(KEY).items():
        task, _space, name = field.decode().rpartition(" ")
        found[task][name] = float(value)
    return found


@cache
def _kept() -> redis.Redis:
    address = settings.CACHES["default"]["LOCATION"]
    return redis.Redis.from_url(address, socket_timeout=2, socket_connect_timeout=2)
