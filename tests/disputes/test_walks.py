"""Random walks over the step table: whatever is pressed in whatever order, the case stays lawful."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disputes.actions.steps import VERBS
from disputes.enums.disputes import Track
from disputes.enums.mediation import Satisfaction
from disputes.models import Dispute
from disputes.states import STEPS
from governance.casework.models import Case
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.casework import make_rules
from tests.factories.disputes import make_dispute

PRESSES = st.lists(st.sampled_from(sorted(STEPS)), min_size=1, max_size=14)


class Undo(Exception):
    pass


def given_to(step: str, dispute: Dispute, officer) -> dict:
    agreed = {"content": "付清", "parties": dispute.parties.all()}
    return {
        "assign": {"post": officer.live_holdings[0].post},
        "escalate": {"to": officer.live_holdings[0].area},
        "agree_in_writing": agreed,
        "agree_orally": agreed,
        "fail": {"told_paths": True},
        "redirect": {"track": Track.PETITION},
        "follow_up": {"satisfaction": Satisfaction.FAIR},
    }.get(step, {})


def check_lawful(case: Case, before: str, step: str, went: bool) -> None:
    assert case.state == (STEPS[step].target if went else before)
    assert (case.outcome == "resolved") == (case.resolved_on is not None)
    assert (case.closed_on is not None) == (case.state in {"closed", "not_accepted", "redirected"})
    assert (case.paused_at is not None) == (case.state == "suspended")
    assert (case.accepted_on is not None) == (case.state not in {"registered", "not_accepted"})
    assert case.closed_on is None or (case.due_at is None and case.outcome)


@pytest.fixture
def township_rules(country):
    make_rules()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(presses=PRESSES)
def test_any_walk_keeps_the_case_lawful(township_rules, grid, dispatcher, presses):
    with pytest.raises(Undo), transaction.atomic():
        dispute = make_dispute(grid)
        taken = 0
        for step in presses:
            before = Case.objects.get(pk=dispute.pk).state
            try:
                VERBS[step](
                    Dispute.objects.get(pk=dispute.pk),
                    by=dispatcher,
                    note="情况属实",
                    **given_to(step, dispute, dispatcher),
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
