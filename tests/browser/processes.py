"""Processes of the portal beside a test, on the test's own database and broker."""

import contextlib
import http.client
import os
import socket
import time
from pathlib import Path
from urllib.parse import quote

from django.db import connection

from config.embedded import process
from config.management.commands.up import WEB

ROOT = Path(__file__).resolve().parents[2]
WITHIN = 60


def environment(**more: str) -> dict[str, str]:
    """What such a process is started with."""
    place = connection.settings_dict
    address = f"postgresql://{place['USER']}@{quote(place['HOST'], safe='')}/{place['NAME']}"
    return os.environ | {"DATABASE_URL": address} | more


class WebServer:
    """The web server as the portal starts it, always on the same port."""

    def __init__(self, log: Path):
        self.log = log
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.running = None

    def start(self) -> None:
        told = environment(BIND=f"127.0.0.1:{self.port}", PROCESS_KIND="web", WEB_WORKERS="1")
        with self.log.open("ab") as log:
            self.running = process.spawn(WEB, env=told, cwd=ROOT, stdout=log, stderr=log)
        until = time.monotonic() + WITHIN
        while not self._answers():
            assert time.monotonic() < until, self.log.read_text()[-3000:]
            time.sleep(0.2)

    def stop(self) -> None:
        if self.running:
            self.running.terminate()
            self.running.wait(WITHIN)
            self.running = None

    def _answers(self) -> bool:
        asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        with contextlib.closing(asking), contextlib.suppress(OSError, http.client.HTTPException):
            asking.request("GET", "/healthz")
            return asking.getresponse().status == http.HTTPStatus.OK
        return False
