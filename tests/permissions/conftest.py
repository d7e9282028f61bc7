import pytest
from django.db import transaction

from governance.kernel.throttling import ClientThrottle
from tests.permissions.asking import World, make_world


@pytest.fixture(scope="module")
def whole_world(django_db_setup, django_db_blocker):
    """The country and its people, set up once for a module, in one transaction that is undone at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture
def db(whole_world):
    """Here a test is a savepoint in the module's transaction."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _asked_faster_than_allowed(monkeypatch):
    """The same few callers ask for everything, and more often than any client may."""
    monkeypatch.setitem(ClientThrottle.THROTTLE_RATES, "user", "1000000/min")


@pytest.fixture
def world(db, whole_world) -> World:
    """The country and its people; what a test puts there goes with it."""
    return whole_world
