"""Every state × every step, generated from the table: by verb and over the API."""

import json

import pytest
from django.core.exceptions import PermissionDenied

from disputes.actions.steps import VERBS
from disputes.models import Dispute
from disputes.states import STEPS, DisputeState
from governance.casework.models import Case
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.casework import make_rules
from tests.factories.lifecycle import as_body, dispute_in, given_to

# A step out of place is told so; from a pause the sentence says how to go on.
OUT_OF_PLACE = {"wrong_state", "paused"}


def lawful(step: str, dispute: Dispute, officer, organ) -> dict:
    above = dispute.case.area.parent_on(today()).parent_on(today()).parent_on(today())
    return given_to(step, dispute, seat=officer.live_holdings[1].post, organ=organ, above=above)


def ready(grid, state: str, step: str, officer) -> Dispute:
    return dispute_in(grid, state, owner=officer.live_holdings[1].post, step=step)


@pytest.mark.parametrize("state", DisputeState.values)
def test_every_step_works_from_its_sources_and_nowhere_else(state, grid, officer, organ):
    make_rules()
    for name, step in STEPS.items():
        dispute = ready(grid, state, name, officer)
        given = lawful(name, dispute, officer, organ)
        expected = step.target_from(state) if state in step.sources else state
        if state in step.sources:
            VERBS[name](dispute, by=officer, note="情况属实", **given)
        else:
            with pytest.raises(Refused) as refused:
                VERBS[name](dispute, by=officer, note="情况属实", **given)
            assert refused.value.code in OUT_OF_PLACE, name
        assert Case.objects.get(pk=dispute.pk).state == expected, name


@pytest.mark.parametrize("state", DisputeState.values)
def test_every_step_over_the_api_answers_like_its_verb(state, grid, officer, organ, client):
    make_rules()
    client.force_login(officer)
    for name, step in STEPS.items():
        dispute = ready(grid, state, name, officer)
        body = as_body(lawful(name, dispute, officer, organ)) | {"note": "情况属实"}
        path = f"/api/v1/disputes/{dispute.case.number}/{name}/"

        answer = client.post(path, json.dumps(body), content_type="application/json")

        if state in step.sources:
            assert (answer.status_code, answer.json()["state"]) == (200, step.target_from(state)), name
        else:
            assert (answer.status_code, answer.json()["code"] in OUT_OF_PLACE) == (409, True), name
        assert Case.objects.get(pk=dispute.pk).state == (
            step.target_from(state) if state in step.sources else state
        ), name


def test_every_state_leads_on():
    sources = set().union(*(step.sources for step in STEPS.values()))

    assert set(DisputeState) - sources == set()


def test_every_state_can_be_reached():
    targets = {step.target for step in STEPS.values() if step.target}

    assert set(DisputeState) - targets == {DisputeState.REGISTERED}


def test_keys_tell_the_steps_of_a_state_apart():
    for state in DisputeState.values:
        found = [
            step.key
            for step in STEPS.values()
            if state in step.sources and not step.name.startswith("resume")
        ]
        assert len(found) == len(set(found)), state
        assert not {"j", "k", ""} & set(found), state


@pytest.mark.parametrize("name", [name for name, step in STEPS.items() if step.needs_note])
def test_step_with_a_reason_is_refused_without(name, grid, officer, organ):
    dispute = ready(grid, min(STEPS[name].sources), name, officer)

    with pytest.raises(Refused) as refused:
        VERBS[name](dispute, by=officer, note=" ", **lawful(name, dispute, officer, organ))

    assert refused.value.code == "reason_required"


@pytest.mark.parametrize("name", STEPS)
def test_step_takes_its_right_in_the_area(name, grid, officer, organ, stranger):
    state = min(STEPS[name].sources)
    dispute = ready(grid, state, name, officer)

    with pytest.raises(PermissionDenied):
        VERBS[name](dispute, by=stranger, note="看看", **lawful(name, dispute, officer, organ))

    assert Case.objects.get(pk=dispute.pk).state == state
