"""People and places that most tests need."""

import json
import os

import pytest
from django.db import connection
from django.utils import translation

from governance.casework.clock import forget_calendar
from tests.factories.areas import make_country
from tests.factories.people import make_user

EMPTIED = pytest.StashKey()


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _calendar_of_the_next_test():
    """A process keeps the working calendar for minutes; the rows of one test are not the next one's."""
    yield
    forget_calendar()


@pytest.fixture(autouse=True)
def _language_of_the_next_test():
    """A thread keeps the language of its last request; what one test's reader reads in is not the next one's."""
    yield
    translation.deactivate()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """The test database begins as a copy of a migrated one, see `config.pytest_template`."""
    if template := os.environ.get("TEST_TEMPLATE"):
        connection.settings_dict["TEST"]["TEMPLATE"] = template


@pytest.fixture(scope="session")
def rows_of_migrations(django_db_setup, django_db_blocker):
    """What the migrations themselves put into the tables, as text; what `migrate` adds at its end comes by itself."""
    with django_db_blocker.unblock():
        rows = json.loads(connection.creation.serialize_db_to_string())
    added = ("contenttypes.", "auth.", "statistics.indicatorversion")
    return json.dumps([row for row in rows if not row["model"].startswith(added)])


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Emptying every table is how a test with real transactions ends; the trail forbids it for good reasons."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "select tgrelid::regclass, tgname from pg_trigger where tgname like 'pgtrigger_no_trunc%'"
        )
        for table, trigger in cursor.fetchall():
            cursor.execute(f"alter table {table} disable trigger {trigger}")


@pytest.fixture(autouse=True)
def _rows_of_migrations_survive(request):
    """A test with real transactions ends by emptying every table; the migrations' rows are put back after it."""
    marker = request.node.get_closest_marker("django_db")
    committed = {"transactional_db", "live_server"} & set(request.fixturenames)
    if committed or (marker and marker.kwargs.get("transaction")):
        rows = request.getfixturevalue("rows_of_migrations")
        request.node.stash[EMPTIED] = rows, request.getfixturevalue("django_db_blocker")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """After all fixtures of the test have ended, the emptying of tables included."""
    yield
    if EMPTIED in item.stash and nextitem is not None:
        rows, blocker = item.stash[EMPTIED]
        with blocker.unblock():
            connection.creation.deserialize_db_from_string(rows)


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
