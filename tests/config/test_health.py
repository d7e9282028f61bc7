from datetime import timedelta

import pytest
import redis
from django.urls import reverse
from django.utils import timezone

from config import health
from config.models import Heartbeat
from config.tasks import record_heartbeat

pytestmark = pytest.mark.django_db


@pytest.fixture
def database_moved_on():
    health._all_applied_once.cache_clear()
    yield
    health._all_applied_once.cache_clear()


def test_healthz_needs_no_log_in_and_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get(reverse("healthz"))

    assert (answer.status_code, answer.content) == (200, b"ok")


def test_readyz_is_ready_while_the_hearts_beat(client):
    record_heartbeat()

    answer = client.get(reverse("readyz"))

    assert answer.status_code == 200
    assert set(answer.json()["checks"]) == {"broker", "database", "migrations", "beat", "worker"}


@pytest.mark.parametrize("part", ["beat", "worker"])
def test_readyz_names_the_part_that_fell_silent(client, settings, part):
    record_heartbeat()
    long_ago = timezone.now() - timedelta(seconds=settings.HEARTBEAT_STALE_AFTER + 1)
    Heartbeat.objects.filter(name=part).update(at=long_ago)

    answer = client.get(reverse("readyz"))

    assert answer.status_code == 503
    assert [name for name, check in answer.json()["checks"].items() if not check["ok"]] == [part]


def test_readyz_is_not_ready_before_the_first_heartbeat(client):
    assert client.get(reverse("readyz")).status_code == 503


def test_readyz_names_a_broker_that_does_not_answer(client, settings):
    record_heartbeat()
    settings.REDIS_URL = "unix:///nowhere/valkey.sock?db=0"

    answer = client.get(reverse("readyz"))

    assert answer.status_code == 503
    assert answer.json()["checks"]["broker"] == {"ok": False}


@pytest.mark.usefixtures("database_moved_on")
def test_readyz_names_migrations_that_are_missing(client):
    from django.db import connection

    record_heartbeat()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'config'")

    answer = client.get(reverse("readyz"))

    assert answer.status_code == 503
    assert answer.json()["checks"]["migrations"] == {"ok": False}


def test_readyz_refuses_to_be_written_to(client):
    assert client.post(reverse("readyz")).status_code == 405


def test_heartbeat_done_twice_is_one_row_per_part():
    record_heartbeat()
    record_heartbeat()

    assert sorted(Heartbeat.objects.values_list("name", flat=True)) == ["beat", "worker"]


def test_broker_and_cache_are_the_ones_of_this_test_worker(settings):
    from django.core.cache import cache

    cache.set("here", 1)

    assert redis.Redis.from_url(settings.REDIS_URL).exists("here") == 0
