"""pytest plugin (`-p config.pytest_servers`): throw-away servers, up before Django's settings are read.

Each worker's test database is a copy of one that is migrated already, see `pytest_template`.

pytest-xdist workers inherit the addresses by environment. A reaper removes the folder even if we are killed.
"""

import os
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from config.embedded.ownership import OwnerLock
from config.embedded.postgres import DATABASE, MAJOR, ROLE, PostgresServer
from config.embedded.valkey import ValkeyServer
from config.pytest_template import MIGRATED, copy_cluster, keep, migrate, template_folder

REAPER = """
import shutil, sys, time
sys.stdin.read()
until = time.monotonic() + 30
while time.monotonic() < until:
    shutil.rmtree(sys.argv[1], ignore_errors=True)
    time.sleep(0.2)
    if not __import__("os").path.exists(sys.argv[1]):
        break
"""


class ThrowAwayServers:
    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="shanzhi-test-")).resolve()
        self.folder.chmod(0o711)
        (self.folder / "static").mkdir()
        self.reaper = subprocess.Popen(
            [sys.executable, "-c", REAPER, str(self.folder)], stdin=subprocess.PIPE, process_group=0
        )
        self.postgres = PostgresServer(self.folder, throw_away=True)
        self.valkey = ValkeyServer(self.folder, throw_away=True)
        self.lock = OwnerLock(self.folder)

    def start(self):
        # A management command run by a test is a guest here and stops nothing when it leaves.
        self.lock.take("pytest")
        template = template_folder(MAJOR)
        if is_kept := template.exists():
            copy_cluster(template, self.postgres.data)
        self.postgres.start()
        self.valkey.start()
        if not is_kept:
            self._tell(MIGRATED)
            with closing(self.postgres.connect()) as connection:
                connection.autocommit = True
                connection.cursor().execute(f"create database {MIGRATED}")
            migrate()
            self.postgres.stop()
            keep(self.postgres.data, template)
            self.postgres.start()
        self._tell(DATABASE)

    def _tell(self, database: str):
        sockets = quote(str(self.postgres.sockets), safe="")
        os.environ["DATABASE_URL"] = f"postgresql://{ROLE}@{sockets}/{database}"
        os.environ["REDIS_URL"] = f"unix://{self.valkey.socket}?db=0"
        os.environ["VAR_DIR"] = str(self.folder)
        os.environ["TEST_TEMPLATE"] = MIGRATED

    def stop(self):
        self.valkey.stop()
        self.postgres.stop()
        self.lock.release()
        self.reaper.stdin.close()
        self.reaper.wait()


def _use_own_valkey_databases(worker: str) -> None:
    """Two databases for each worker: broker and cache."""
    address = os.environ["REDIS_URL"].partition("?")[0]
    os.environ["REDIS_URL"] = f"{address}?db={2 * (int(worker.removeprefix('gw')) + 1)}"


os.environ["PROCESS_KIND"] = "command"
worker = os.environ.get("PYTEST_XDIST_WORKER")
servers = None
if worker:
    _use_own_valkey_databases(worker)
else:
    servers = ThrowAwayServers()
    servers.start()


def pytest_unconfigure():
    if servers:
        servers.stop()
