"""People and places that most tests need."""

import json

import pytest
from django.db import connection

from tests.factories.areas import make_country
from tests.factories.people import make_user


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def rows_of_migrations(django_db_setup, django_db_blocker):
    """What the migrations themselves put into the tables, as text. Django makes its own two kinds anew."""
    with django_db_blocker.unblock():
        rows = json.loads(connection.creation.serialize_db_to_string())
    return json.dumps(
        [row for row in rows if row["model"] not in {"contenttypes.contenttype", "auth.permission"}]
    )


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Emptying every table is how a test with real transactions ends; the trail forbids it for good reasons."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "select tgrelid::regclass, tgname from pg_trigger where tgname like 'pgtrigger_no_trunc%'"
        )
        for table, trigger in cursor.fetchall():
            cursor.execute(f"alter table {table} disable trigger {trigger}")


@pytest.fixture
def rows_restored(rows_of_migrations, django_db_blocker):
    """Put the migrations' rows back after a committed test has emptied every table."""
    yield
    with django_db_blocker.unblock():
        connection.creation.deserialize_db_from_string(rows_of_migrations)


@pytest.fixture
def transactional_db(rows_restored, transactional_db):
    """Real transactions, also under a live server; ask for it by name, not by `django_db(transaction=True)`."""


@pytest.fixture
def country(db):
    """Areas by code, see `make_country`."""
    return make_country()


@pytest.fixture
def grid(country):
    """The grid of one's own."""
    return country["990101001001001"]


@pytest.fixture
def worker(grid):
    """Grid worker of this grid."""
    return make_user("grid_worker", grid)


@pytest.fixture
def dispatcher(country):
    """Dispatcher of the township this grid lies in."""
    return make_user("street_dispatcher", country["990101001"])


@pytest.fixture
def official(country):
    """Official of the whole city."""
    return make_user("city_official", country["9901"])


@pytest.fixture
def stranger(country):
    """Dispatcher of the next township."""
    return make_user("street_dispatcher", country["990101002"])
