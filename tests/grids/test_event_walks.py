"""Random walks over the step table: whatever is pressed in whatever order, the event stays lawful."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from governance.casework.models import Case
from governance.kernel.errors import Refused
from grids.actions.event_steps import VERBS
from grids.models import Event
from grids.states.events import EVENT_STEPS, EventState
from tests.factories.casework import make_rules
from tests.factories.events import make_event
from tests.factories.people import hold, make_user

PRESSES = st.lists(st.sampled_from(sorted(EVENT_STEPS)), min_size=1, max_size=16)
ENDS = {EventState.REJECTED, EventState.CLOSED, EventState.RATED, EventState.MERGED}
ANSWERED = ENDS | {EventState.FEEDBACK, EventState.CHECKED}


class Undo(Exception):
    pass


@pytest.fixture
def officer(country):
    """Holds every right over events in the township."""
    make_rules()
    user = make_user("street_dispatcher", country["990101001"])
    hold(user, "street_deputy", country["990101001"])
    return user


def given_to(step: str, event: Event, officer) -> dict:
    people = [{"unit": "镇综治中心"}, {"unit": "村委会"}]
    return {
        "merge": {"main": Event.objects.exclude(pk=event.pk).get()},
        "dispatch": {"post": officer.live_holdings[0].post},
        "feedback": {"answer": "已清理"},
        "record_verification": {"place": "地头", "minutes": "属实", "participants": people},
        "ask_extension": {"amount": 1},
        "rate": {"satisfaction": "fair"},
        "escalate": {"to": officer.live_holdings[0].area},
    }.get(step, {})


def check_lawful(case: Case, before: str, step: str, went: bool) -> None:
    assert case.state == (EVENT_STEPS[step].target if went else before)
    assert (case.outcome == "resolved") == (case.resolved_on is not None)
    assert (case.closed_on is not None) == (case.state in ENDS)
    assert (case.outcome != "") == (case.state in ANSWERED)
    assert (case.paused_at is not None) == (case.state == EventState.SUSPENDED)
    assert case.closed_on is None or case.due_at is None
    assert case.state != EventState.DISPATCHED or case.owner_post_id


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(presses=PRESSES)
def test_any_walk_keeps_the_event_lawful(officer, grid, presses):
    with pytest.raises(Undo), transaction.atomic():
        event = make_event(grid)
        make_event(grid)
        for step in presses:
            before = Case.objects.get(pk=event.pk)
            lines = before.actions.count()
            held = Event.objects.get(pk=event.pk)
            try:
                VERBS[step](held, by=officer, note="情况属实", **given_to(step, held, officer))
                went = True
            except Refused:
                went = False
            case = Case.objects.get(pk=event.pk)
            check_lawful(case, before.state, step, went)
            assert case.version == before.version + went
            assert case.actions.count() == lines + went
        raise Undo
