"""The sweep and PostgreSQL killed in the middle of the writing: no row that was acknowledged is lost, no figure is off.

A real server with all its safety on, four writers at five hundred visits a second together, a process that drains all
the time. The round of the suite is small; `KILLS=10 VISITS=1500` in the environment makes the full one.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from pathlib import Path
from urllib.parse import quote

import psycopg2
import pytest

from config.embedded import process
from config.embedded.postgres import MAJOR, ROLE, PostgresServer
from config.pytest_template import MIGRATED, copy_cluster, template_folder
from grids.models import Visit

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("KILLS", "1"))  # of the sweep, and as many of PostgreSQL
VISITS = int(os.environ.get("VISITS", "300"))  # between one kill and the next
WRITERS, A_SECOND = 4, 500
PLANT = """
import django; django.setup()
from tests.factories import areas, grids
country = areas.make_country()
grids.make_visit(grids.make_household(country["990101001001001001"]))
"""
DRAIN = """
import django; django.setup()
from django.db import connection, InterfaceError, OperationalError
from governance.statistics.facts import drain
while True:
    try:
        drain()
    except (InterfaceError, OperationalError):
        connection.close()
"""

pytestmark = [pytest.mark.startup]


class Machinery:
    """A server on a copy of the migrated cluster, and the process that drains."""

    def __init__(self, folder: Path):
        self.server = PostgresServer(folder)
        self.sweep = None
        copy_cluster(template_folder(MAJOR), self.server.data)
        self.server.start()
        sockets = quote(str(self.server.sockets), safe="")
        self.environment = os.environ | {
            "DATABASE_URL": f"postgresql://{ROLE}@{sockets}/{MIGRATED}",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "PROCESS_KIND": "command",
        }

    def run(self, *command: str) -> str:
        done = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=self.environment, capture_output=True, text=True
        )
        return done.stdout + done.stderr

    def start_sweep(self) -> None:
        self.sweep = process.spawn([sys.executable, "-c", DRAIN], cwd=ROOT, env=self.environment)

    def kill_sweep(self) -> None:
        os.kill(self.sweep.pid, signal.SIGKILL)
        self.sweep.wait(30)

    def kill_server(self) -> None:
        """The postmaster dies at once; its children see it and go, what they had in hand is lost."""
        os.kill(self.server.popen.pid, signal.SIGKILL)
        self.server.popen.wait(30)

    def ask(self, statement: str) -> list[tuple]:
        connection = self.server.connect(MIGRATED)
        try:
            with connection.cursor() as cursor:
                cursor.execute(statement)
                return cursor.fetchall()
        finally:
            connection.close()

    def stop(self) -> None:
        if self.sweep and self.sweep.poll() is None:
            self.kill_sweep()
        self.server.stop()


class Writer(threading.Thread):
    """Enters visits at a pace, one a transaction, and keeps the number of each that the server has acknowledged."""

    def __init__(self, machinery: Machinery, statement: str, places: list[tuple]):
        super().__init__(daemon=True)
        self.machinery, self.statement, self.places = machinery, statement, places
        self.acknowledged: list[str] = []
        self.done = threading.Event()
        self.connection = None

    def run(self) -> None:
        due = time.monotonic()
        while not self.done.is_set():
            due = max(due + WRITERS / A_SECOND, time.monotonic() - 1)
            time.sleep(max(0.0, due - time.monotonic()))
            number = str(uuid.uuid4())
            try:
                self._write(number)
            except psycopg2.Error:
                self.connection = None
            else:
                self.acknowledged.append(number)

    def _write(self, number: str) -> None:
        if self.connection is None:
            self.connection = self.machinery.server.connect(MIGRATED)
            self.connection.autocommit = True
        area, code = self.places[len(self.acknowledged) % len(self.places)]
        ago = len(self.acknowledged) % 40
        with self.connection.cursor() as cursor:
            cursor.execute(self.statement, {"number": number, "area": area, "code": code, "ago": ago})


@pytest.fixture
def machinery():
    folder = Path(tempfile.mkdtemp(prefix="shanzhi-kill-")).resolve()
    folder.chmod(0o711)
    found = Machinery(folder)
    yield found
    found.stop()
    shutil.rmtree(folder, ignore_errors=True)


def test_killed_in_the_middle_no_figure_is_off_and_no_visit_is_lost(machinery):
    assert machinery.run("-c", PLANT) == ""
    places = machinery.ask("select id, code from areas_area where length(code) >= 12")
    writers = [Writer(machinery, _one_more_visit(), places) for _number in range(WRITERS)]
    begun = time.monotonic()
    machinery.start_sweep()
    for writer in writers:
        writer.start()

    for _number in range(KILLS):
        _wait_for_more(writers)
        machinery.kill_sweep()
        machinery.start_sweep()
        _wait_for_more(writers)
        machinery.kill_server()
        machinery.server.start()
    _wait_for_more(writers)
    for writer in writers:
        writer.done.set()
        writer.join(60)
    seconds = time.monotonic() - begun
    machinery.kill_sweep()

    assert machinery.run("manage.py", "reconcile_facts") == "0 differences\n"
    kept = {number for (number,) in machinery.ask("select client_uuid::text from grids_visit")}
    told = {number for writer in writers for number in writer.acknowledged}
    assert told - kept == set()
    assert machinery.run("-c", DRAIN.replace("while True:", "for _once in range(1):")) == ""
    assert machinery.ask("select count(*) from statistics_outbox") == [(0,)]
    city = "select sum(value)::int from statistics_fact where measure = 'visits.count' and level = 4"
    assert machinery.ask(city) == [(len(kept),)]
    assert machinery.run("manage.py", "reconcile_facts") == "0 differences\n"
    print(f"{2 * KILLS} kills, {len(told)} visits acknowledged, {len(kept)} kept, {seconds:.0f} s")


def _one_more_visit() -> str:
    """The visit that stands, once more, elsewhere and on another day."""
    fresh = {
        "client_uuid": "%(number)s", "area_id": "%(area)s", "area_code": "%(code)s",
        "visited_on": "visited_on - %(ago)s",
    }  # fmt: skip
    columns = [field.column for field in Visit._meta.concrete_fields if not field.primary_key]
    values = ", ".join(fresh.get(column, f'"{column}"') for column in columns)
    listed = ", ".join(f'"{column}"' for column in columns)
    return (
        f"insert into grids_visit ({listed}) select {values} from grids_visit where id ="
        " (select min(id) from grids_visit)"
    )


def _wait_for_more(writers: list[Writer]) -> None:
    """Until so many visits more have been acknowledged."""
    wanted = sum(len(writer.acknowledged) for writer in writers) + VISITS
    until = time.monotonic() + 600
    while sum(len(writer.acknowledged) for writer in writers) < wanted:
        assert time.monotonic() < until, "nobody writes any more"
        time.sleep(0.02)
