"""Rows in bulk: written over, added once, taken as they are, with nothing left behind in the transaction."""

from datetime import UTC, datetime

import pytest
from django.db import DataError, connection

from governance.casework.models import Case
from governance.kernel.copying import update_rows
from tests.factories.casework import make_case

WORDS = "a\tb\\n\"{},\n（甲）'NULL"


def test_update_writes_every_kind_of_value(grid):
    kept, changed = make_case(grid, title="原样"), make_case(grid)
    moment = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)

    update_rows(
        Case,
        ["id", "summary", "due_at", "is_joint", "grade", "owner_post_id"],
        [(changed.pk, WORDS, moment, True, 2, None)],
    )

    changed.refresh_from_db()
    assert (changed.summary, changed.due_at, changed.is_joint, changed.grade) == (WORDS, moment, True, 2)
    kept.refresh_from_db()
    assert kept.title == "原样"


def test_update_refuses_a_text_too_long_instead_of_cutting_it(grid):
    case = make_case(grid)

    with pytest.raises(DataError):
        update_rows(Case, ["id", "title"], [(case.pk, "长" * 101)])


def test_update_of_nothing_changes_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        update_rows(Case, ["id", "title"], [])


def test_many_calls_leave_no_lock_each(grid):
    case = make_case(grid)
    update_rows(Case, ["id", "title"], [(case.pk, "一")])
    before = locks()

    for number in range(20):
        update_rows(Case, ["id", "title"], [(case.pk, f"第{number}次")])

    assert locks() == before


def locks() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation'")
        return cursor.fetchone()[0]
