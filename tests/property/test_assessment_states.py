"""Every state of a round, a sheet and a ticket with every step: taken where the table says so, refused elsewhere."""

import pytest

from governance.kernel.errors import Refused
from governance.kernel.lifecycle import demand_source
from property.models import AssessmentRound, ScoreSheet
from property.states.assessment import (
    RECTIFICATION_STEPS,
    ROUND_STEPS,
    ROUND_WAY,
    SHEET_STEPS,
    RectificationState,
    RoundState,
    SheetState,
)
from tests.factories import assessment as made

LIFECYCLES = [
    (AssessmentRound, RoundState, ROUND_STEPS),
    (ScoreSheet, SheetState, SHEET_STEPS),
]
PAIRS = [
    (model, state, step) for model, states, table in LIFECYCLES for state in states for step in table.values()
]


@pytest.mark.parametrize(
    ("model", "state", "step"), PAIRS, ids=lambda part: getattr(part, "name", getattr(part, "__name__", part))
)
def test_a_step_begins_where_the_table_says(model, state, step):
    row = model(state=state)
    if state in step.sources:
        demand_source(row, step)
        return
    with pytest.raises(Refused) as caught:
        demand_source(row, step)
    assert caught.value.code == "wrong_state"


@pytest.mark.parametrize("state", RectificationState)
@pytest.mark.parametrize("step", RECTIFICATION_STEPS.values(), ids=lambda step: step.name)
def test_a_ticket_takes_the_steps_of_its_state(country, state, step):
    ticket = made.make_rectification(country["990101001001"])
    ticket.case.state = state
    if state in step.sources:
        demand_source(ticket.case, step)
        return
    with pytest.raises(Refused):
        demand_source(ticket.case, step)


def test_every_state_of_a_round_is_reached_and_the_last_are_left_by_no_step():
    targets = {step.target for step in ROUND_STEPS.values()}
    assert targets | {RoundState.DRAFT} == set(RoundState)
    left = {source for step in ROUND_STEPS.values() for source in step.sources}
    assert set(RoundState) - left == {ROUND_WAY[-1], RoundState.CANCELLED}
