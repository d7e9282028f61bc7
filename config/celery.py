"""Celery: worker and beat. The broker is only a doorbell; what is due stands as rows in the database."""

import logging.config
import os
import signal
import warnings

import celery
from celery import Celery, signals
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("PROCESS_KIND", "worker")

from django.conf import settings

from config import servers, sweeps  # noqa: F401 - watches every task
from config.embedded import process

HARD_LIMIT = 600
TICK_EVERY = 10

# Beat rings by the name of a task and runs none: it needs neither their code nor the models and pages behind it.
RINGS_ONLY = servers.process_kind() == "beat"

app = Celery("shanzhi", fixups=() if RINGS_ONLY else None)
app.conf.update(
    broker_url=servers.broker_url(settings.REDIS_URL),
    broker_connection_retry_on_startup=True,
    # After a worker's death its task comes back when this has passed; longer than any task may take.
    broker_transport_options={"visibility_timeout": 2 * HARD_LIMIT, "socket_timeout": 10},
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    task_time_limit=HARD_LIMIT,
    task_soft_time_limit=HARD_LIMIT - 60,
    task_ignore_result=True,
    accept_content=["json"],
    task_serializer="json",
    result_serializer="json",
    timezone="Asia/Shanghai",
    enable_utc=True,
    worker_redirect_stdouts=False,
)
if not RINGS_ONLY:
    app.autodiscover_tasks()


def _entry(task: str, schedule: float | str) -> dict:
    """Every so many seconds, or by a crontab line in Asia/Shanghai time.

    A tick that nobody took before the next but one is dropped: a worker that comes back finds no heap of them.
    """
    if isinstance(schedule, str):
        return {"task": task, "schedule": crontab.from_string(schedule)}
    return {"task": task, "schedule": schedule, "options": {"expires": max(2 * schedule, TICK_EVERY)}}


app.conf.beat_schedule = {
    "heartbeat": _entry("config.tasks.record_heartbeat", TICK_EVERY),
    **{name: _entry(*entry) for name, entry in settings.SCHEDULE.items()},
}


@signals.beat_init.connect
def tick_at_once(**kwargs):
    """Do not let a fresh start wait for the first interval."""
    app.send_task("config.tasks.record_heartbeat", expires=2 * TICK_EVERY)


@signals.celeryd_init.connect
def leave_root(**kwargs):
    """Settings and secrets are read by now; tasks need no more than the service account may do.

    Where that account cannot even read the code (a 0700 home) the worker stays what it is.
    """
    if not process.leave_root(__file__, celery.__file__, os.__file__) and process.service_account():
        warnings.filterwarnings("ignore", message="You're running the worker with superuser privileges")


@signals.setup_logging.connect
def log_as_the_pages_do(**kwargs):
    """Connected, it keeps Celery from laying handlers of its own over ours."""
    logging.config.dictConfig(settings.LOGGING)


@signals.worker_process_init.connect
def end_with_worker(**kwargs):
    """A killed worker must not leave its pool behind."""
    process.die_with_parent(signal.SIGKILL)
