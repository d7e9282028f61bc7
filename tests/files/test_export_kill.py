"""A worker killed in the middle of a file: the next one goes on where it stopped."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection
from django.utils import timezone

from governance.files.actions import start_export
from governance.files.enums import LEASE
from governance.files.lists import source_of
from governance.files.models import TableExport
from grids.models import Visit
from tests.factories.areas import make_country
from tests.factories.grids import make_household, make_visit
from tests.factories.people import make_roles, make_user
from tests.factories.tables import read_back, work_off

ROOT = Path(__file__).resolve().parents[2]
ROWS, KILLS = 240, 3
WORKER = """
import django; django.setup()
from governance.files.working import exports
exports.CHUNK = 2
exports.work_on_export(3600)
"""

pytestmark = [pytest.mark.startup]


def killed_at(export: TableExport, position: int) -> None:
    """A worker of its own that is killed as soon as it has come so far."""
    place = connection.settings_dict
    address = f"postgresql://{place['USER']}@{quote(place['HOST'], safe='')}/{place['NAME']}"
    environment = os.environ | {"DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "config.settings"}
    with subprocess.Popen([sys.executable, "-c", WORKER], cwd=ROOT, env=environment) as worker:
        while worker.poll() is None:
            export.refresh_from_db(fields=["position"])
            if export.position >= position:
                worker.send_signal(signal.SIGKILL)
            time.sleep(0.01)
    assert worker.returncode == -signal.SIGKILL
    TableExport.objects.update(heartbeat_at=timezone.now() - LEASE - timedelta(seconds=1))


def test_killed_three_times_the_file_has_every_row_once(transactional_db):
    make_roles()
    country = make_country()
    secretary = make_user("community_secretary", country["990101001001"])
    household, worker = make_household(country["990101001001001001"]), make_user()
    for ago in range(ROWS):
        make_visit(household, worker=worker, ago=ago)
    export = start_export(source_of("grids:visit_list"), by=secretary)

    for number in range(1, KILLS + 1):
        killed_at(export, number * ROWS // 6)
        export.refresh_from_db()
        assert (export.state, export.position < ROWS) == ("waiting", True)
    work_off()

    export.refresh_from_db()
    days = [row[0] for row in read_back(export.file)[2:]]
    assert (export.total, export.gone, len(days)) == (ROWS, 0, ROWS)
    assert days == sorted({visit.visited_on.isoformat() for visit in Visit.objects.all()}, reverse=True)
