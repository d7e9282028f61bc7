"""What a monitoring system reads: open to the token or to this machine, and without a word of anybody."""

import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from celery import shared_task
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from config import sweeps
from config.embedded import process
from config.tasks import record_heartbeat
from governance.statistics.tasks import drain_outbox
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
TOKEN = "0123456789abcdef01234567"
ROUTE = reverse("metrics")


@shared_task
def fall_down():
    raise ValueError


def figures(answer) -> dict[tuple, float]:
    """Samples by name and labels."""
    assert answer.status_code == 200, answer.content.decode()
    return {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(answer.content.decode())
        for sample in family.samples
    }


@pytest.fixture(autouse=True)
def nothing_kept():
    sweeps._kept().delete(sweeps.KEY)


def test_requests_are_counted_by_page_and_class_of_answer(client):
    before = figures(client.get(ROUTE))
    client.get(reverse("people:login"))
    client.get("/nowhere/of/ours/")
    after = figures(client.get(ROUTE))

    def more(*key):
        return after[key] - before.get(key, 0)

    assert more("shanzhi_requests_total", "2xx", "people:login") == 1
    assert more("shanzhi_requests_total", "4xx", "unknown") == 1
    assert more("shanzhi_request_seconds_count", "people:login") == 1


def test_parts_database_and_hearts_are_told(client):
    record_heartbeat()

    found = figures(client.get(ROUTE))

    assert (found["shanzhi_up", "database"], found["shanzhi_up", "broker"]) == (1, 1)
    assert found["shanzhi_database_size_bytes",] > 1_000_000
    assert found["shanzhi_database_connections", "active"] >= 1
    assert 0 <= found["shanzhi_heartbeat_age_seconds", "worker"] < 60


def test_a_task_is_told_with_its_runs_failures_and_last_success(client):
    record_heartbeat.apply()
    record_heartbeat.apply()
    fall_down.apply()

    found = figures(client.get(ROUTE))

    assert found["shanzhi_task_runs_total", record_heartbeat.name] == 2
    assert found["shanzhi_task_failures_total", record_heartbeat.name] == 0
    assert found["shanzhi_task_failures_total", fall_down.name] == 1
    assert ("shanzhi_task_succeeded_timestamp_seconds", fall_down.name) not in found
    assert found["shanzhi_task_seconds_total", record_heartbeat.name] > 0


def test_what_waits_to_be_added_up_is_told_with_since_when_nobody_took_it(client, time_machine):
    drain_outbox.apply()
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into statistics_outbox (measure, area_code, day, weight) values ('m', '9901', now(), 1)"
        )
    time_machine.move_to(timezone.now() + timedelta(minutes=3))

    found = figures(client.get(ROUTE))

    assert found["shanzhi_outbox_rows",] == 1
    assert 180 <= found["shanzhi_outbox_lag_seconds",] < 240


def test_an_empty_outbox_is_not_late(client):
    assert figures(client.get(ROUTE))["shanzhi_outbox_lag_seconds",] == 0


def test_the_age_of_a_backup_is_told_where_its_mark_is_known(client, settings, tmp_path):
    mark = tmp_path / "backup"
    mark.touch()
    an_hour_ago = timezone.now().timestamp() - 3600
    os.utime(mark, (an_hour_ago, an_hour_ago))

    assert ("shanzhi_backup_age_seconds",) not in figures(client.get(ROUTE))
    settings.BACKUP_MARK = str(mark)
    assert 3600 <= figures(client.get(ROUTE))["shanzhi_backup_age_seconds",] < 3700
    settings.BACKUP_MARK = str(tmp_path / "none")
    assert ("shanzhi_backup_age_seconds",) not in figures(client.get(ROUTE))


def test_a_broker_that_is_away_is_told_and_the_rest_still_answers(client, settings):
    settings.REDIS_URL = "unix:///nowhere/valkey.sock?db=0"

    found = figures(client.get(ROUTE))

    assert (found["shanzhi_up", "broker"], found["shanzhi_up", "database"]) == (0, 1)


@pytest.mark.parametrize("offered", ["", "Bearer wrong", f"bearer{TOKEN}", f"Token {TOKEN}", "Bearer 口令"])
def test_with_a_token_in_the_settings_only_who_has_it_reads(client, settings, offered):
    settings.METRICS_TOKEN = TOKEN

    assert client.get(ROUTE, headers={"Authorization": offered}).status_code == 403


def test_who_has_the_token_reads_from_anywhere(client, settings):
    settings.METRICS_TOKEN = TOKEN

    answer = client.get(ROUTE, headers={"Authorization": f"Bearer {TOKEN}"}, REMOTE_ADDR="203.0.113.7")

    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/plain; version=")


@pytest.mark.parametrize(
    "sent",
    [
        {"REMOTE_ADDR": "203.0.113.7"},
        {"REMOTE_ADDR": ""},
        {"headers": {"X-Forwarded-For": "127.0.0.1"}},
        {"headers": {"Via": "1.1 proxy"}},
    ],
)
def test_without_a_token_only_this_machine_reads_and_not_through_a_proxy(client, sent):
    answer = client.get(ROUTE, **sent)

    assert answer.status_code == 403
    assert "METRICS_TOKEN" in answer.content.decode()


def test_labels_name_no_person_and_no_case(client, country):
    user = make_user("street_dispatcher", country["990101001"])
    client.force_login(user)
    client.get(reverse("disputes:case_list"), {"q": "欧阳修远"})
    client.get("/nowhere/13987650123/")

    text = client.get(ROUTE).content.decode()

    assert not [word for word in ("欧阳", "13987650123", user.username, user.name) if word in text]


PROCESS = """
import os, sys
os.environ["METRICS_SLOT"] = sys.argv[1]
from governance.kernel import metrics
from prometheus_client import generate_latest
metrics.observe_request("home", 200, 0.2)
print(generate_latest(metrics.registry()).decode())
"""


def test_processes_add_up_and_a_renewed_one_goes_on_where_the_old_one_stopped(tmp_path):
    environment = os.environ | {"PROMETHEUS_MULTIPROC_DIR": str(tmp_path)}

    def run(slot: int) -> str:
        command = [sys.executable, "-c", PROCESS, str(slot)]
        return subprocess.run(
            command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout

    for slot in (0, 1, 0):
        said = run(slot)

    assert 'shanzhi_requests_total{route="home",status="2xx"} 3.0' in said
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "counter_0.db", "counter_1.db", "histogram_0.db", "histogram_1.db",
    ]  # fmt: skip


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def read(port: int, path: str) -> str | None:
    """What the server answers; None while it does not."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    with contextlib.closing(connection), contextlib.suppress(OSError):
        connection.request("GET", path)
        return connection.getresponse().read().decode()
    return None


@pytest.mark.startup
def test_a_web_server_of_two_processes_tells_one_sum_and_one_line_a_request(tmp_path):
    port = free_port()
    environment = os.environ | {
        "BIND": f"127.0.0.1:{port}", "WEB_WORKERS": "2", "PROCESS_KIND": "web", "LOG_LEVEL": "INFO",
        "VAR_DIR": str(tmp_path),
    }  # fmt: skip
    with (tmp_path / "log").open("wb") as log:
        server = process.spawn(
            [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"],
            env=environment, cwd=ROOT, stdout=log, stderr=log,
        )  # fmt: skip
        try:
            until = time.monotonic() + 120
            while read(port, "/healthz") is None and server.poll() is None and time.monotonic() < until:
                time.sleep(0.3)
            asked = [read(port, "/nowhere/13987650123/") for _turn in range(12)]
            figures = read(port, "/metrics")
        finally:
            server.terminate()
            server.wait(30)

    said = [json.loads(line) for line in (tmp_path / "log").read_text().splitlines()]
    assert 'shanzhi_requests_total{route="unknown",status="4xx"} 12.0' in figures
    assert [line["status"] for line in said if line.get("route") == "unknown"] == [404] * len(asked)
    assert {line["process"] for line in said} == {"web"}
    assert "13987650123" not in figures + str(said)
