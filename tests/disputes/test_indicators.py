"""Each figure against the list behind it, before and after a verb."""

import random
from datetime import timedelta

import pytest
from django.db import connection

from disputes.actions.steps import VERBS
from disputes.enums.mediation import Satisfaction
from disputes.indicators import DATASETS
from disputes.models import Dispute
from disputes.models.counted import COUNTS, Counted
from governance.casework.enums import Outcome
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


def random_case(dice: random.Random) -> dict:
    """The fields of a case as any history could have left them, and some as none could."""
    outcome = dice.choice(["", *Outcome.values])
    day = lambda chance=0.5: today() - timedelta(days=dice.randint(0, 5)) if dice.random() < chance else None  # noqa: E731
    return {
        "outcome": outcome,
        "resolved_on": today() if outcome == Outcome.RESOLVED else None,
        "closed_on": day() if outcome else None,
        "level_id": dice.choice(["grid", "community", "township", "county"]),
        "satisfaction": dice.choice(["", *Satisfaction.values]),
        "is_joint": dice.random() < 0.3,
        "returned_count": dice.randint(0, 1),
        "reopened_count": dice.randint(0, 1),
        "accepted_on": day(0.8),
        **{
            name: day()
            for name in ("accept_due_on", "accept_late_on", "late_on", "followed_up_on", "relapsed_on")
        },
    }


@pytest.mark.parametrize("seed", range(3))
def test_rows_and_sql_of_every_count_say_the_same_of_random_cases(grid, seed):
    dice = random.Random(seed)
    for _number in range(80):
        make_dispute(grid, parties=False, **random_case(dice))
    with connection.cursor() as cursor:
        said = {}
        for what, count in COUNTS.items():
            cursor.execute(f"select count(*) from casework_case where kind = 'dispute' and {count.sql}")
            said[what] = cursor.fetchone()[0]

    assert said == {what: Dispute.objects.counted(what).count() for what in COUNTS}
    assert [what for what, number in said.items() if not 0 < number < 80] == []


def test_every_count_has_its_rows_and_a_name():
    assert set(COUNTS) == set(Counted)


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
