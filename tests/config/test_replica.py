"""Statistics read from a real streaming replica say as of when, and from the primary when it will not do."""

import tempfile
import time
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import InternalError, connection, connections, router
from django.urls import reverse
from django.utils import timezone

from config import servers
from governance.areas.models import Area
from governance.kernel import replica
from governance.people.models import User
from governance.statistics.models import BoardView
from tests.config.standby import Standby
from tests.factories.grids import make_grid
from tests.factories.people import make_user

BOTH = ["default", replica.ALIAS]
pytestmark = [pytest.mark.startup, pytest.mark.django_db(transaction=True, databases=BOTH)]
VALUES = "/api/v1/statistics/values/"
PATIENCE = 120


@pytest.fixture(scope="module", autouse=True)
def standby(django_db_setup, django_db_blocker):
    with tempfile.TemporaryDirectory(prefix="shanzhi-standby-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)
        server = Standby(Path(folder), throw_away=True)
        with django_db_blocker.unblock():
            server.follow()
            connections.settings[replica.ALIAS] = server.entry()
            yield server
            del connections.settings[replica.ALIAS]
            server.leave()


@pytest.fixture
def followed(country, standby):
    """A replica that has all that is committed; whatever a test did to it is put right first."""
    if standby.popen is None:
        standby.start()
    replica.Outage.until = 0.0
    tell("select pg_wal_replay_resume()")
    catch_up()
    yield standby
    connections[replica.ALIAS].close()


@pytest.fixture
def official(client, country):
    client.force_login(make_user("city_official", country["9901"]))
    return client


def tell(sql: str):
    with connections[replica.ALIAS].cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


def catch_up() -> None:
    """Wait until the replica has replayed all that is written by now."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_current_wal_insert_lsn()::text")
        written = cursor.fetchone()[0]
    until = time.monotonic() + PATIENCE
    while not tell(f"select pg_last_wal_replay_lsn() >= '{written}'::pg_lsn"):
        assert time.monotonic() < until
        time.sleep(0.05)


@contextmanager
def falling_behind():
    """The replica goes on receiving, and replays nothing."""
    tell("select pg_wal_replay_pause()::text")
    until = time.monotonic() + PATIENCE
    while tell("select pg_get_wal_replay_pause_state()") != "paused":
        assert time.monotonic() < until
        time.sleep(0.05)
    yield
    tell("select pg_wal_replay_resume()::text")


def grids_of(client):
    answer = client.get(VALUES, {"indicator": "grids.count", "area": "9901"})
    assert answer.status_code == 200, answer.content.decode()
    return answer


def test_figures_are_read_there_and_say_as_of_when(official, country, followed):
    make_grid(country["990101001001001"])
    catch_up()
    before = timezone.now()

    with connections[replica.ALIAS].execute_wrapper(counting := Counting()):
        answer = grids_of(official)

    assert answer.json()["value"] == 1
    assert counting.statements > 1
    assert float(answer["X-Replica-Lag"]) < PATIENCE
    assert datetime.fromisoformat(answer["X-Replica-As-Of"]) >= before - timedelta(seconds=PATIENCE)


class Counting:
    """Counts what is asked of a connection; after some statements it may do something."""

    def __init__(self, then=None, after: int = 0):
        self.statements, self.then, self.after = 0, then, after

    def __call__(self, execute, sql, params, many, context):
        self.statements += 1
        if self.then and self.statements == self.after:
            self.then()
        return execute(sql, params, many, context)


def test_a_board_says_at_its_foot_that_it_was_read_there(official, followed):
    said = official.get(reverse("statistics:board"))

    assert "统计数据读自副本，截至" in said.content.decode()
    assert "X-Replica-As-Of" in said


def test_an_old_reading_says_how_old_it_is(official, country, followed, settings):
    settings.REPLICA_MAX_LAG = 3600.0
    catch_up()
    with falling_behind():
        make_grid(country["990101001001001"])
        written = timezone.now()
        answer = grids_of(official)

    assert answer.json()["value"] == 0
    assert datetime.fromisoformat(answer["X-Replica-As-Of"]) < written


def test_figures_come_from_the_primary_while_the_replica_is_too_far_behind(
    official, country, followed, settings
):
    settings.REPLICA_MAX_LAG = 0.0
    with falling_behind():
        make_grid(country["990101001001001"])
        answer = grids_of(official)

    assert answer.json()["value"] == 1
    assert "X-Replica-As-Of" not in answer


def test_figures_come_from_the_primary_while_the_replica_is_down(official, country, followed):
    make_grid(country["990101001001001"])
    followed.stop()
    connections[replica.ALIAS].close()

    answer = grids_of(official)
    assert (answer.json()["value"], "X-Replica-As-Of" in answer) == (1, False)
    assert replica.Outage.is_on()

    followed.start()
    replica.Outage.until = 0.0
    catch_up()
    assert "X-Replica-As-Of" in grids_of(official)


def test_a_replica_that_dies_in_the_middle_costs_nobody_an_answer(official, country, followed):
    make_grid(country["990101001001001"])
    catch_up()

    with connections[replica.ALIAS].execute_wrapper(counting := Counting(followed.stop, after=2)):
        answer = grids_of(official)

    assert counting.statements == 2
    assert (answer.json()["value"], "X-Replica-As-Of" in answer) == (1, False)


def test_nothing_can_be_written_there_and_rights_are_the_primarys(official, country, followed):
    with pytest.raises(InternalError, match="read-only"):
        Area.objects.using(replica.ALIAS).update(name="改")
    token = replica._reads_from.set(replica.ALIAS)
    try:
        assert router.db_for_read(Area) == replica.ALIAS
        assert router.db_for_write(Area) == router.db_for_read(User) == "default"
        assert router.db_for_read(BoardView) == "default"  # what was just saved is there
    finally:
        replica._reads_from.reset(token)


def test_a_right_taken_away_counts_at_once(official, country, followed, settings):
    settings.REPLICA_MAX_LAG = 3600.0
    with falling_behind():
        User.objects.all().update(is_active=False)
        answer = official.get(VALUES, {"indicator": "grids.count", "area": "9901"})

    assert answer.status_code in {401, 403}


def test_other_pages_and_writing_stay_with_the_primary(official, followed):
    assert "X-Replica-As-Of" not in official.get(reverse("disputes:case_list"))
    assert "X-Replica-As-Of" not in official.post(reverse("statistics:board"))


def test_a_promoted_replica_is_none(official, country, followed, standby):
    tell("select pg_promote()")
    make_grid(country["990101001001001"])

    assert (grids_of(official).json()["value"], replica.replayed()) == (1, None)
    connections[replica.ALIAS].close()
    standby.follow()  # what was promoted does not follow any more: the other tests get a new one


def test_without_an_address_there_is_no_replica():
    assert servers.replica("") == {}
    entry = servers.replica("postgresql://reader@standby/portal")["replica"]
    assert "default_transaction_read_only=on" in entry["OPTIONS"]["options"]
    assert entry["OPTIONS"]["connect_timeout"] == 2
