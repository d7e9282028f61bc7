"""Random walks over the step table: whatever is pressed in whatever order, the case stays lawful."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disputes.actions.steps import VERBS
from disputes.models import Dispute
from disputes.states import STEPS
from governance.casework.models import Case
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.casework import make_rules
from tests.factories.disputes import make_dispute
from tests.factories.lifecycle import given_to

PRESSES = st.lists(st.sampled_from(sorted(STEPS)), min_size=1, max_size=14)


class Undo(Exception):
    pass


def lawful(step: str, dispute: Dispute, officer) -> dict:
    post = officer.live_holdings[0].post
    return given_to(step, dispute, seat=post, organ=officer.live_holdings[1].post, above=post.area)


def check_lawful(case: Case, before: str, step: str, went: bool) -> None:
    assert case.state == (STEPS[step].target_from(before) if went else before)
    assert (case.outcome == "resolved") == (case.resolved_on is not None)
    assert (case.closed_on is not None) == (
        case.state in {"closed", "not_accepted", "redirected", "archived"}
    )
    assert (case.paused_at is not None) == (case.state == "suspended")
    assert (case.accepted_on is None) == (case.state == "registered" or case.outcome == "declined")
    assert case.closed_on is None or (case.due_at is None and case.outcome)


@pytest.fixture
def township_rules(country):
    make_rules()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(presses=PRESSES)
def test_any_walk_keeps_the_case_lawful(township_rules, grid, officer, presses):
    with pytest.raises(Undo), transaction.atomic():
        dispute = make_dispute(grid)
        taken = 0
        for step in presses:
            before = Case.objects.get(pk=dispute.pk).state
            try:
                VERBS[step](
                    Dispute.objects.get(pk=dispute.pk),
                    by=officer,
                    note="情况属实",
                    **lawful(step, dispute, officer),
                )
                went = True
            except Refused:
                went = False
            taken += went
            case = Case.objects.get(pk=dispute.pk)
            check_lawful(case, before, step, went)
            assert case.version == 1 + taken
            assert case.actions.count() == taken
            assert case.registered_on == today()
        raise Undo
