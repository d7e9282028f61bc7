import base64
import os
import stat
from pathlib import Path

import pytest

from config import servers
from config.embedded import process


def test_database_reads_every_part_of_an_address(tmp_path):
    entry = servers.database("postgresql://me:p%40ss@db.example:6432/portal?sslmode=require", tmp_path)

    assert (entry["USER"], entry["PASSWORD"]) == ("me", "p@ss")
    assert (entry["HOST"], entry["PORT"], entry["NAME"]) == ("db.example", "6432", "portal")
    assert entry["OPTIONS"]["sslmode"] == "require"
    assert (entry["CONN_MAX_AGE"], entry["CONN_HEALTH_CHECKS"]) == (60, True)


def test_database_keeps_the_capitals_of_a_socket_folder(tmp_path):
    assert servers.database("postgresql://me@%2FRun%2FPg/portal", tmp_path)["HOST"] == "/Run/Pg"


@pytest.mark.parametrize(("kind", "room"), [("web", "off"), ("worker", "on")])
def test_a_page_makes_no_room_for_rows_it_does_not_look_up(tmp_path, monkeypatch, kind, room):
    monkeypatch.setenv("PROCESS_KIND", kind)
    assert f"-c enable_memoize={room}" in servers.database("", tmp_path)["OPTIONS"]["options"]


def test_database_refuses_another_kind_of_server(tmp_path):
    with pytest.raises(ValueError, match="DATABASE_URL"):
        servers.database("mysql://me@host/portal", tmp_path)


@pytest.mark.parametrize(
    ("kind", "statement"), [("web", "5s"), ("worker", "60s"), ("beat", "5s"), ("command", "0")]
)
def test_database_limits_statements_by_kind_of_process(tmp_path, monkeypatch, kind, statement):
    monkeypatch.setenv("PROCESS_KIND", kind)

    options = servers.database("", tmp_path)["OPTIONS"]["options"]

    assert f"-c statement_timeout={statement} " in options


def test_reading_addresses_starts_nothing_and_keeps_to_one_home(tmp_path):
    first = servers.database("", tmp_path)["HOST"]
    folder = servers.valkey_url(tmp_path).removeprefix("unix://").rpartition("/")[0]

    assert first == folder == servers.database("", tmp_path)["HOST"]
    assert {path.name for path in tmp_path.iterdir()} <= {"servers.home"}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root's servers run as somebody else")
def test_home_of_a_closed_folder_is_outside_and_its_own(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)

    homes = {process.home_folder(closed / name) for name in ("a", "b", "a")}

    assert len(homes) == 2
    assert all(home.parent == Path("/var/lib") for home in homes)


def test_socket_folder_of_a_long_path_stays_short(tmp_path):
    deep = tmp_path / ("x" * 60) / ("y" * 60)

    assert len(servers.database("", deep)["HOST"]) <= 90


@pytest.mark.parametrize(
    ("broker", "cache", "celery"),
    [
        ("unix:///run/v.sock?db=4", "unix:///run/v.sock?db=5", "redis+socket:///run/v.sock?virtual_host=4"),
        ("redis://:pw@host:6379/0", "redis://:pw@host:6379/1", "redis://:pw@host:6379/0"),
        ("redis://host", "redis://host/1", "redis://host"),
    ],
)
def test_broker_and_cache_share_a_server_but_not_a_database(broker, cache, celery):
    assert servers.cache_url(broker) == cache
    assert servers.broker_url(broker) == celery


def test_local_secret_is_made_once_and_private(tmp_path):
    first = servers.local_secret(tmp_path, "secret_key")

    assert servers.local_secret(tmp_path, "secret_key") == first
    assert servers.local_secret(tmp_path, "other") != first
    assert len(base64.b64decode(first, validate=True)) == 48
    assert stat.S_IMODE((tmp_path / "secrets" / "secret_key").stat().st_mode) == 0o600
    assert {path.name for path in (tmp_path / "secrets").iterdir()} == {"secret_key", "other"}
