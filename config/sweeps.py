"""What every task cost: its line in the log, under an id that its audit rows carry too."""

import logging
from contextlib import ExitStack
from contextvars import ContextVar

from celery import signals, states

from governance.kernel import logs
from governance.kernel.context import RequestFacts, facts
from governance.kernel.watching import metered

WORTH_A_LINE = 1.0  # seconds; sweeps come by every few, and most find nothing to do

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
        is_told = state != states.SUCCESS or meter.seconds >= WORTH_A_LINE
        level = logging.INFO if is_told else logging.DEBUG
        logs.note("task", level=level, task=task.name, state=state.lower(), **meter.figures())
