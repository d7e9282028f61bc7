"""What stands of the last year: agreements performed and confirmed, large, criminal, come again."""

from datetime import timedelta

import pytest

from disputes.models import Category, Dispute
from disputes.models.standing import Standing, standing
from governance.kernel.days import today
from tests.factories.disputes import make_accepted, make_agreement, make_party
from tests.factories.lifecycle import make_confirmation, make_obligation
from tests.factories.safety import make_police_report

DONE = {"outcome": "resolved", "resolved_on": "2026-01-01"}


def count(what: str, *, ago: int = 0) -> int:
    return standing(Dispute.objects.all(), what, today() - timedelta(days=ago)).count()


@pytest.fixture
def agreement(grid):
    return make_agreement(make_accepted(grid, "performing", **DONE))


@pytest.mark.parametrize(
    ("obligations", "due", "performed"),
    [
        ([{"performed_on": 0}, {"performed_on": 0}], 1, 1),
        ([{"performed_on": 0}, {}], 1, 0),
        ([{"due_on": 3}], 0, 0),
        ([{"performed_on": 0}, {"due_on": 3}], 1, 1),
        ([{"released_on": 0, "release_note": "放弃"}], 0, 0),
    ],
)
def test_performance_counts_what_is_due_and_not_released(agreement, obligations, due, performed):
    for given in obligations:
        days = {
            name: today() + timedelta(days=value) for name, value in given.items() if name.endswith("_on")
        }
        make_obligation(agreement, **({"due_on": today()} | given | days))

    assert (count(Standing.PERFORMANCE_DUE), count(Standing.PERFORMED)) == (due, performed)


def test_what_was_performed_today_was_not_yesterday(agreement):
    make_obligation(agreement, due_on=today() - timedelta(days=5), performed_on=today())

    assert (count(Standing.PERFORMED, ago=1), count(Standing.PERFORMED)) == (0, 1)


def test_confirmation_leaves_out_barred_kinds_and_oral_agreements(grid, agreement):
    make_confirmation(agreement, is_confirmed=True, decided_on=today())
    make_agreement(make_accepted(grid, **DONE), "oral")
    make_agreement(make_accepted(grid, category="0101", **DONE))
    Category.objects.filter(pk="0101").update(bars_confirmation=True)

    assert (count(Standing.CONFIRMABLE), count(Standing.CONFIRMED)) == (1, 1)


def test_groups_and_reports_to_the_police_are_counted_once(grid):
    dispute = make_accepted(grid, dispute={"scale": "03"})
    make_police_report(dispute)
    make_police_report(dispute)

    assert (count(Standing.GROUP), count(Standing.CRIMINAL)) == (1, 1)


@pytest.mark.parametrize(("ago", "again"), [(300, 1), (400, 0)])
def test_an_applicant_who_comes_again_within_a_year_counts(grid, ago, again):
    first = make_accepted(grid, parties=False, accepted_on=today() - timedelta(days=ago))
    for dispute in (first, make_accepted(grid, parties=False)):
        make_party(dispute, phone="13800000001")
    make_party(make_accepted(grid, parties=False), phone="")

    assert count(Standing.AGAIN) == again
