"""Settings of the web server: `gunicorn --config config/gunicorn.py config.wsgi`."""

import os
import shutil
import signal
import tempfile
from itertools import count
from pathlib import Path

import gunicorn

from config.embedded import process
from config.logs import logging_of

SHARED_MEMORY = "/dev/shm"  # noqa: S108 - gunicorn makes its own file there

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_WORKERS", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
timeout = 60
graceful_timeout = 8
# Loaded once before the processes fork: they start at once, share its memory, and a renewed one costs nothing.
preload_app = True
max_requests = 5000
max_requests_jitter = 500
loglevel = "warning"
logconfig_dict = logging_of("web", os.environ.get("LOG_LEVEL", ""))
control_socket_disable = True
worker_tmp_dir = SHARED_MEMORY if Path(SHARED_MEMORY).is_dir() else None
if (
    "PROMETHEUS_MULTIPROC_DIR" not in os.environ
):  # unset at a start, set when a running server reads this again
    place = process.short_name(Path(os.environ.get("VAR_DIR", "var")) / bind.replace("/", "_"))
    sums = Path(tempfile.gettempdir()) / f"shanzhi-metrics-{place}"
    shutil.rmtree(sums, ignore_errors=True)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(process.own_folder(sums, process.service_account()))


def pre_fork(server, worker):
    """The lowest free place: a process that is renewed goes on with the sums of the one before it."""
    taken = {other.slot for other in server.WORKERS.values()}
    worker.slot = next(slot for slot in count() if slot not in taken)


def post_fork(server, worker):
    process.die_with_parent(signal.SIGTERM)
    os.environ["METRICS_SLOT"] = str(worker.slot)


def post_worker_init(worker):
    """Settings and secrets are read by now: pages and uploads need no more than the service account may do."""
    process.leave_root(__file__, gunicorn.__file__, os.__file__)
