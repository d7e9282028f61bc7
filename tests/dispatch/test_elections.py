"""Offices hear of a term that ends at each step of the ladder once, and it comes before the dispatch when it has."""

from datetime import date

import pytest

from governance.dispatch.actions import climb
from governance.dispatch.models import Notice
from governance.dispatch.reminders.party import overdue_terms
from governance.party.actions import elect_org
from governance.party.models import PartyTerm
from tests.factories.ladders import make_step
from tests.factories.party import FOUNDED, make_chain
from tests.factories.people import make_user

DUE = date(2026, 6, 30)


@pytest.fixture
def branch(country):
    for offset in (-60, -20, 0):
        make_step("party.term", offset)
    branch = make_chain(country)["branch"]
    PartyTerm.objects.create(org=branch, valid=(FOUNDED, None), due_on=DUE)
    return branch


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 4, 6), 0),
        (date(2026, 4, 7), 1),
        (date(2026, 6, 1), 1),
        (date(2026, 6, 30), 1),
        (date(2026, 9, 1), 1),
    ],
)
def test_the_office_is_told_at_the_step_the_day_has_reached(country, branch, day, told):
    for _time in range(2):
        climb(day)
    assert [notice.kind for notice in Notice.objects.all()] == ["party.term"] * told
    assert {notice.area for notice in Notice.objects.all()} <= {country["990101001001"]}


def test_each_step_is_told_once_a_term_in_words(branch):
    for day in (date(2026, 4, 7), date(2026, 4, 8), date(2026, 6, 3), date(2026, 7, 1), date(2026, 7, 2)):
        climb(day)
    assert [notice.body for notice in Notice.objects.order_by("pk")] == [
        f"{branch}任期还有 84 天届满（2026年6月30日），请筹备换届。",
        f"{branch}任期还有 27 天届满（2026年6月30日），请筹备换届。",
        f"{branch}任期已于 2026年6月30日 届满，请尽快换届；延期换届须报上级批准。",
    ]


def test_an_election_and_a_dissolved_organisation_are_not_chased(country, branch):
    officer = make_user("party_officer", country["990101"])
    elect_org(branch, by=officer, on=date(2026, 6, 1), term_years=3, approved_no="组发〔2026〕1号")
    climb(date(2026, 7, 1))
    assert Notice.objects.count() == 0


def test_a_term_that_has_ended_comes_before_the_dispatch_as_of_its_day(country, branch):
    officer = make_user("party_officer", country["990101"])
    elect_org(branch, by=officer, on=date(2026, 8, 1), term_years=3)
    found = {
        day: [(item.title, item.days_late, item.lag) for item in overdue_terms(country["990101"], day)]
        for day in (date(2026, 6, 29), date(2026, 7, 10), date(2026, 8, 1))
    }
    assert list(found.values()) == [[], [(str(branch), 10, "届满 10 天")], []]
    assert overdue_terms(country["990102"], date(2026, 7, 10)) == []


def test_a_notice_of_a_term_leads_to_the_organisation(client, country, branch):
    climb(date(2026, 6, 3))
    client.force_login(make_user("community_secretary", country["990101001001"]))
    answer = client.post(f"/dispatch/notices/{Notice.objects.get().pk}/open/")
    assert answer.headers["Location"] == f"/party/orgs/{branch.pk}/"
    assert client.get(answer.headers["Location"]).status_code == 200
