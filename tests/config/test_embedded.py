"""The database server that the portal starts itself."""

import tempfile
import time
from pathlib import Path

import pytest

from config.embedded import postgres
from config.embedded.postgres import PostgresServer

pytestmark = pytest.mark.startup


class Recovering(PostgresServer):
    """Answers nobody for a second, as after a power cut."""

    asked_first = None

    def is_alive(self) -> bool:
        self.asked_first = self.asked_first or time.monotonic()
        return time.monotonic() > self.asked_first + 1 and super().is_alive()


def test_a_server_that_still_recovers_is_waited_for(monkeypatch):
    monkeypatch.setattr(postgres, "START_WITHIN", 0.1)
    with tempfile.TemporaryDirectory(prefix="shanzhi-recovering-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)
        server = Recovering(Path(folder), throw_away=True)
        server.start()
        first = server.popen.pid
        server.stop()

    assert first is not None
    assert time.monotonic() > server.asked_first + 1
