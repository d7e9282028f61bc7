"""A new database runs one migration an app; one that ran the single ones before goes on from wherever it stands."""

import pytest
from django.apps import apps
from django.contrib.postgres.operations import CreateExtension
from django.core.management.commands import makemigrations
from django.db import connection
from django.db.migrations import CreateModel, RunSQL
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState
from django.utils import translation
from pgtrigger.migrations import AddTrigger

from governance.kernel.squashing import Squashed

EVERY = MigrationLoader(None, replace_migrations=False)  # squashed ones beside those that they stand for
SQUASHED = {key: migration for key, migration in EVERY.disk_migrations.items() if migration.replaces}
# By how many come before it: an order in which all apps grew together.
SINGLE = sorted(
    EVERY.disk_migrations.keys() - SQUASHED, key=lambda key: (len(EVERY.graph.forwards_plan(key)), key)
)
WAYS = {
    "singly": lambda: EVERY.project_state(SINGLE),
    "squashed": lambda: MigrationLoader(None).project_state(),
}
TABLES = r"""
    with mine as (select oid, relname from pg_class where relname like 'dispatch\_%' and relkind = 'r')
    select 'column', concat_ws(' ', relname, attname, format_type(atttypid, atttypmod), attnotnull)
    from pg_attribute join mine on mine.oid = attrelid where not attisdropped
    union all
    select 'index', pg_get_indexdef(indexrelid) from pg_index join mine on mine.oid = indrelid
    union all
    select 'constraint', concat_ws(' ', relname, conname, pg_get_constraintdef(held.oid))
    from pg_constraint held join mine on mine.oid = conrelid
    union all
    select 'trigger', pg_get_triggerdef(laid.oid) from pg_trigger laid join mine on mine.oid = tgrelid
    where not tgisinternal and tgname !~ '^pgtrigger_(facts|touched)_'
"""


@pytest.fixture
def record(db):
    """Say to the database that these migrations ran, and no others."""
    recorder = MigrationRecorder(connection)

    def write(ran: list[tuple[str, str]]):
        recorder.migration_qs.all().delete()
        recorder.migration_qs.bulk_create([recorder.Migration(app=app, name=name) for app, name in ran])

    return write


def planned() -> list[tuple[str, str]]:
    """What `migrate` would run now; for a squashed one, all that it stands for."""
    executor = MigrationExecutor(connection)
    executor.loader.check_consistent_history(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [
        key for migration, _ in plan for key in migration.replaces or [(migration.app_label, migration.name)]
    ]


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@translation.override(None)
def test_both_ways_lead_to_the_present_models(way):
    detector = makemigrations.Command.autodetector(way(), ProjectState.from_apps(apps))

    changes = detector.changes(EVERY.graph)

    assert {app: [migration.operations for migration in found] for app, found in changes.items()} == {}


def test_squashed_only_make_things():
    making = CreateModel | RunSQL | AddTrigger | CreateExtension
    found = [
        f"{key}: {operation.describe()}"
        for key, migration in SQUASHED.items()
        for operation in migration.operations
        if isinstance(migration, Squashed) and not isinstance(operation, making)
    ]
    assert found == []


def test_new_database_runs_no_single_migration_of_a_squashed_app(record):
    record([])
    executor = MigrationExecutor(connection)

    plan = {
        (ran.app_label, ran.name) for ran, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())
    }

    assert plan >= SQUASHED.keys()
    assert plan.isdisjoint(key for migration in SQUASHED.values() for key in migration.replaces)


def test_database_that_stopped_anywhere_runs_the_rest_once(record):
    for ran in range(len(SINGLE) + 1):
        record(SINGLE[:ran])
        assert sorted(planned()) == sorted(SINGLE[ran:]), f"after {SINGLE[ran - 1]}"


def test_database_that_ran_the_single_ones_records_the_squashed(record):
    record(SINGLE)

    MigrationExecutor(connection).migrate([], plan=[])

    assert MigrationRecorder(connection).applied_migrations().keys() == EVERY.disk_migrations.keys()


def test_squashed_goes_back_and_forth(db):
    """The one with a circle of references, and with triggers."""
    executor = MigrationExecutor(connection)
    there = tables_of_dispatch()

    executor.migrate([("dispatch", None)])
    gone = tables_of_dispatch()
    MigrationExecutor(connection).migrate(executor.loader.graph.leaf_nodes())

    assert {kind for kind, _ in there} == {"column", "index", "constraint", "trigger"}
    assert gone == set()
    assert tables_of_dispatch() == there


def tables_of_dispatch() -> set[tuple[str, str]]:
    """And what stands on them, but for the triggers of the figures, which no migration lays."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        return set(cursor.fetchall())
