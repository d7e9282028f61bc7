"""Each figure of events against the list behind it, before and after a verb."""

import pytest
from django.db import connection

from governance.kernel.days import today
from grids.actions.event_steps import VERBS
from grids.indicators.events import DATASETS
from grids.models import Event
from grids.models.events import EventCounted
from tests.factories.disputes import make_accepted
from tests.factories.events import make_event

MEASURES = {
    "events.on_time": EventCounted.ON_TIME,
    "events.due": EventCounted.DUE,
    "events.self_handled": EventCounted.SELF_HANDLED,
    "events.reopened": EventCounted.REOPENED,
}


@pytest.fixture
def cohort(grid):
    """Events of every fate, and a dispute that none of the figures may count."""
    make_accepted(grid, "closed", outcome="resolved", resolved_on=today(), closed_on=today())
    for state in ("reported", "rejected", "merged", "verified"):
        make_event(grid, state)
    make_event(grid, "merged", accepted_on=today(), late_on=today())
    make_event(grid, "handling")
    make_event(grid, "handling", late_on=today())
    make_event(grid, "feedback")
    make_event(grid, "closed", late_on=today())
    make_event(grid, "closed", outcome="unsolved", resolved_on=None)
    make_event(grid, "rated", reopened_count=2)
    make_event(grid, "closed", accepted_on=None)


def counted() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"select measure, sum(weight) from ({DATASETS[0].contributions('casework_case')}) c group by measure"
        )
        return {measure: int(weight) for measure, weight in cursor.fetchall()}


def test_figures_are_their_lists(cohort):
    listed = {measure: Event.objects.counted(what).count() for measure, what in MEASURES.items()}

    found = counted()

    assert found.pop("events.reported") == Event.objects.count() == 12
    assert found == listed
    assert listed == {"events.on_time": 3, "events.due": 5, "events.self_handled": 1, "events.reopened": 1}


def test_an_event_reported_back_in_time_counts_on_both_sides(cohort, grid, dispatcher):
    event = Event.objects.get(case__state="handling", case__late_on=None)
    before = counted()

    VERBS["feedback"](event, by=dispatcher, answer="已清理。")

    after = counted()
    assert {name: after[name] - before[name] for name in MEASURES} == {
        "events.on_time": 1, "events.due": 1, "events.self_handled": 0, "events.reopened": 0,
    }  # fmt: skip
