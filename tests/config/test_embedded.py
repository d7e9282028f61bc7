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

    def __init__(self, folder: Path):
        super().__init__(folder, throw_away=True)
        self.answers_at: float | None = None
        self.processes: set[int] = set()

    def is_alive(self) -> bool:
        self.answers_at = self.answers_at or time.monotonic() + 1
        self.processes.add(self.popen.pid)
        return time.monotonic() > self.answers_at and super().is_alive()


def test_a_server_that_still_recovers_is_waited_for(monkeypatch, capsys):
    monkeypatch.setattr(postgres, "START_WITHIN", 0.1)
    monkeypatch.setattr(postgres, "SAID_AFTER", 0.2)
    with tempfile.TemporaryDirectory(prefix="shanzhi-recovering-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)
        server = Recovering(Path(folder))
        try:
            server.start()
            assert server.processes == {server.popen.pid}  # never ended and begun anew
            assert capsys.readouterr().err.count("最多等 10 分钟") == 1
        finally:
            server.stop()
