"""What came back, was heard of and was taken up in time: the columns behind the figures of handling."""

import pytest
import time_machine

from disputes.actions.registering import register_dispute
from disputes.actions.steps import VERBS
from disputes.models import Dispute
from disputes.models.counted import Counted
from governance.casework.actions.acceptance import mark_not_accepted
from tests.factories.casework import make_rules
from tests.factories.disputes import make_accepted, make_category, make_dispute


@pytest.fixture
def settled(grid, dispatcher):
    with time_machine.travel("2026-03-02 10:00+08:00", tick=False):
        dispute = make_accepted(grid, owner_post=dispatcher.live_holdings[0].post)
        VERBS["agree_orally"](dispute, by=dispatcher, content="握手言和", parties=dispute.parties.all())
    return dispute


def counted(what: str) -> int:
    return Dispute.objects.counted(what).count()


def test_follow_up_keeps_what_was_said(settled, dispatcher):
    with time_machine.travel("2026-03-09 10:00+08:00", tick=False):
        VERBS["follow_up"](settled, by=dispatcher, satisfaction="fair")

    settled.case.refresh_from_db()
    assert (str(settled.case.followed_up_on), settled.case.satisfaction) == ("2026-03-09", "fair")
    assert (counted(Counted.CONTENT), counted(Counted.VERIFIED), counted(Counted.NUMERATOR)) == (1, 1, 1)


@pytest.mark.parametrize(("day", "is_settled"), [("2026-05-31", False), ("2026-06-01", True)])
def test_follow_up_that_finds_it_rekindled_takes_it_out_of_the_rate_within_90_days(
    settled, dispatcher, day, is_settled
):
    with time_machine.travel(f"{day} 10:00+08:00", tick=False):
        VERBS["follow_up"](settled, by=dispatcher, satisfaction="dissatisfied", rekindled=True)

    assert counted(Counted.NUMERATOR) == is_settled
    assert counted(Counted.SETTLED) == counted(Counted.DENOMINATOR) == 1


def test_reopen_and_settle_again_does_not_count_as_settled_at_the_first_go(settled, dispatcher):
    with time_machine.travel("2026-03-09 10:00+08:00", tick=False):
        VERBS["follow_up"](settled, by=dispatcher, satisfaction="satisfied")
        VERBS["reopen"](settled, by=dispatcher, note="又起争执")
        assert counted(Counted.CALLED_BACK) == 0
        VERBS["start_mediation"](settled, by=dispatcher)
        VERBS["agree_orally"](settled, by=dispatcher, content="再次和好", parties=settled.parties.all())

    assert (counted(Counted.NUMERATOR), counted(Counted.SETTLED), counted(Counted.REOPENED)) == (0, 1, 1)


def test_registering_notes_the_day_to_accept_by_and_the_sweep_what_passed_it(grid, dispatcher):
    make_rules()
    given = {"area": grid, "category": make_category(), "title": "楼上漏水", "parties": [{"name": "张三"}]}
    with time_machine.travel("2026-03-02 10:00+08:00", tick=False):
        in_time, never = (register_dispute(by=dispatcher, **given)[0] for _n in range(2))
        VERBS["accept"](in_time, by=dispatcher)
        assert mark_not_accepted() == 0
    with time_machine.travel("2026-03-09 10:00+08:00", tick=False):
        assert (mark_not_accepted(), mark_not_accepted()) == (1, 0)

    never.case.refresh_from_db()
    assert (str(never.case.accept_due_on), str(never.case.accept_late_on)) == ("2026-03-03", "2026-03-04")
    assert (counted(Counted.TAKEN_IN_TIME), counted(Counted.TAKEN_DUE)) == (1, 2)


def test_a_dispute_declined_in_time_was_taken_up_in_time(grid, dispatcher):
    make_rules()
    with time_machine.travel("2026-03-02 10:00+08:00", tick=False):
        dispute = make_dispute(grid, accept_due_on="2026-03-03")
        VERBS["decline"](dispute, by=dispatcher, note="不属于受理范围", right_path="lawsuit")

    assert counted(Counted.TAKEN_IN_TIME) == counted(Counted.TAKEN_DUE) == 1
