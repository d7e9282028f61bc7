import pytest
from django.db import IntegrityError, transaction

from disputes.models import Dispute
from governance.casework.models import NO_CLOCK, Case
from tests.factories.casework import make_rules
from tests.factories.disputes import (
    make_accepted,
    make_centre,
    make_dispute,
    make_matter,
    make_reception,
)
from tests.factories.series import make_series


def test_dispute_lies_in_the_scope_of_its_case(grid, dispatcher, stranger):
    make_dispute(grid)

    assert Dispute.objects.for_user(dispatcher).count() == 1
    assert Dispute.objects.for_user(stranger).count() == 0


def test_paused_case_stands_last_in_the_queue(grid):
    running = make_accepted(grid).case
    paused = make_accepted(grid, "suspended", paused_at=running.due_at, remaining=3).case

    assert list(Case.objects.order_by("queue_at", "id")) == [running, paused]
    paused.refresh_from_db()
    assert paused.queue_at == NO_CLOCK


def test_resolved_case_needs_its_day(grid):
    case = make_accepted(grid).case

    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(outcome="resolved")


def test_timeline_is_append_only(grid):
    case = make_dispute(grid).case
    case.note("note", by=None, note="看过")

    with pytest.raises(Exception, match="Cannot"), transaction.atomic():
        case.actions.update(note="没看过")


def test_factories_make_lawful_rows(grid):
    make_rules()
    matter = make_matter(make_reception(make_centre(grid)))
    series = make_series(make_dispute(grid), households=3)

    assert (matter.area_code, series.members.count()) == (grid.code, 3)
