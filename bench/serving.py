"""A web server of our own beside the running portal: same settings, same database, a free loopback port."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

from django.conf import settings
from django.core.management.base import CommandError

from config.embedded import process
from config.management.commands.up import Readiness, free_port

WORKERS = 2
FIRST_PORT = 8700
START_WITHIN = 45.0
END_WITHIN = 10.0
NO_LIMIT = "1000000/min"  # one client asks for many


@contextmanager
def serving(application: str = "bench.wsgi", **own: str):
    """gunicorn with the minimal views beside the portal's; gives its port and ends it whatever happens.

    Another application is served the same way; `own` are its variables of the environment.
    """
    port = free_port(FIRST_PORT)
    config = Path(settings.BASE_DIR) / "config" / "gunicorn.py"
    command = [sys.executable, "-m", "gunicorn", "--config", config, application]
    own |= {
        "BIND": f"127.0.0.1:{port}",
        "PROCESS_KIND": "web",
        "WEB_WORKERS": str(WORKERS),
        "API_RATE": NO_LIMIT,
    }
    with TemporaryFile() as said:
        server = process.spawn(
            command, env=os.environ | own, cwd=settings.BASE_DIR, stdout=said, stderr=subprocess.STDOUT
        )
        try:
            _wait(server, port, said)
            yield port
        finally:
            _end(server)


def _wait(server: subprocess.Popen, port: int, said) -> None:
    """Until it answers at all; whether worker and beat are alive is not our matter."""
    until, answer = time.monotonic() + START_WITHIN, Readiness(port)
    while server.poll() is None and time.monotonic() < until:
        answer.is_ready()
        if answer.last[:3].isdigit():
            return
        time.sleep(0.2)
    said.seek(0)
    raise CommandError(f"网页服务没有启动 (did not start): {said.read().decode(errors='replace')[-2000:]}")


def _end(server: subprocess.Popen) -> None:
    server.terminate()
    try:
        server.wait(END_WITHIN)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
