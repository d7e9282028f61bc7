"""Each figure against the list behind it, before and after a verb."""

import pytest
from django.db import connection

from disputes.actions.steps import VERBS
from disputes.indicators import DATASETS
from disputes.models import Dispute
from disputes.models.dispute import Counted
from governance.kernel.days import today
from tests.factories.disputes import make_accepted, make_dispute

MEASURES = {
    "disputes.accepted": Counted.HANDLED,
    "disputes.resolved": Counted.NUMERATOR,
    "disputes.due": Counted.DENOMINATOR,
    "disputes.joint_resolved": Counted.JOINT,
}


@pytest.fixture
def cohort(grid):
    done = {"outcome": "resolved", "resolved_on": today()}
    make_dispute(grid)
    make_dispute(grid, "not_accepted", outcome="declined", closed_on=today())
    make_accepted(grid)
    make_accepted(grid, late_on=today())
    make_accepted(grid, "agreed_oral", **done)
    make_accepted(grid, "closed", is_joint=True, closed_on=today(), **done)
    make_accepted(grid, "failed", outcome="failed")
    make_accepted(grid, "redirected", outcome="redirected", closed_on=today(), late_on=today())


def counted() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"select measure, sum(weight) from ({DATASETS[0].contributions('casework_case')}) c group by measure"
        )
        found = dict(cursor.fetchall())
    return {measure: int(found.get(measure, 0)) for measure in MEASURES}


def test_figures_are_their_lists(cohort):
    listed = {measure: Dispute.objects.counted(what).count() for measure, what in MEASURES.items()}

    assert counted() == listed
    assert listed == {
        "disputes.accepted": 6, "disputes.resolved": 2, "disputes.due": 4, "disputes.joint_resolved": 1,
    }  # fmt: skip


def test_settling_an_open_dispute_moves_numerator_and_denominator(cohort, dispatcher):
    dispute = Dispute.objects.filter(case__state="mediating", case__late_on=None).get()
    before = counted()

    VERBS["agree_orally"](dispute, by=dispatcher, content="握手言和", parties=dispute.parties.all())

    after = counted()
    assert {name: after[name] - before[name] for name in after} == {
        "disputes.accepted": 0, "disputes.resolved": 1, "disputes.due": 1, "disputes.joint_resolved": 0,
    }  # fmt: skip
