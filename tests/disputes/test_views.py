"""Pages: who gets in, what is shown, what a press does."""

import pytest
from django.urls import reverse

from disputes.models import Dispute
from governance.audit.models import AuditEvent
from governance.casework.models import Case
from governance.kernel.days import today
from tests.factories.disputes import (
    make_accepted,
    make_category,
    make_centre,
    make_dispute,
    make_matter,
    make_reception,
)
from tests.factories.grids import make_household, make_visit

LISTS = ["casework:queue", "disputes:case_list", "disputes:reception_list", "disputes:matter_list"]


@pytest.fixture
def officer(client, dispatcher):
    client.force_login(dispatcher)
    return client


def page_of(dispute):
    return reverse("disputes:case_detail", args=[dispute.case.number])


def press(client, dispute, step, **given):
    return client.post(reverse("disputes:case_step", args=[dispute.case.number, step]), given)


@pytest.mark.parametrize("name", LISTS)
def test_list_costs_the_same_for_one_row_and_three(name, grid, officer, django_assert_num_queries, country):
    def more():
        make_accepted(grid)
        make_matter(make_reception(make_centre(country["990101001"])))

    more()
    officer.get(reverse(name))
    with django_assert_num_queries(QUERIES[name]):
        officer.get(reverse(name))
    more()
    more()
    with django_assert_num_queries(QUERIES[name]):
        answer = officer.get(reverse(name))
    assert answer.context["page"].count == 3


QUERIES = {
    "casework:queue": 5,
    "disputes:case_list": 6,
    "disputes:reception_list": 6,
    "disputes:matter_list": 5,
}


def test_foreign_dispute_is_not_found(client, grid, stranger):
    client.force_login(stranger)

    assert client.get(page_of(make_dispute(grid))).status_code == 404


def test_queue_has_the_overdue_first_and_closed_ones_not_at_all(grid, officer):
    late = make_accepted(grid, due_at="2026-01-05T10:00:00+08:00")
    make_accepted(grid, "closed", outcome="resolved", resolved_on=today(), closed_on=today())
    soon = make_accepted(grid)

    rows = officer.get(reverse("casework:queue")).context["rows"]

    assert [row.number for row in rows] == [late.case.number, soon.case.number]


@pytest.mark.parametrize("words", ["漏水", "水赔"])
def test_two_characters_find_a_case(words, grid, officer):
    found = make_dispute(grid, title="漏水赔偿")
    make_dispute(grid, title="采光")

    rows = officer.get(reverse("casework:queue"), {"q": words}).context["rows"]

    assert [row.number for row in rows] == [found.case.number]


def test_case_page_masks_names_and_numbers(grid, officer):
    dispute = make_dispute(grid)

    text = officer.get(page_of(dispute)).content.decode()

    assert "138****8000" in text
    assert "李*四" in text
    assert "13800138000" not in text
    assert "李小四" not in text


def test_looking_at_a_number_takes_a_reason_and_leaves_a_trace(grid, officer):
    dispute = make_dispute(grid)
    party = dispute.parties.first()
    url = reverse("disputes:party_reveal", args=[dispute.case.number, party.pk, "phone"])

    refused = officer.post(url, {"reason": ""})
    shown = officer.post(url, {"reason": "联系当事人到场"}, headers={"HX-Request": "true"})

    assert refused.status_code == 409
    assert "13800138000" in shown.content.decode()
    assert AuditEvent.objects.get(action="personal.reveal").reason == "联系当事人到场"


def test_press_in_the_queue_comes_back_to_the_queue(grid, officer):
    dispute = make_dispute(grid)

    answer = press(officer, dispute, "accept", version=1, next="/cases/?kind=dispute")

    assert answer.headers["Location"] == "/cases/?kind=dispute"
    assert Case.objects.get(pk=dispute.pk).state == "accepted"


def test_second_press_is_409(grid, officer):
    dispute = make_dispute(grid)
    press(officer, dispute, "accept", version=1)

    assert press(officer, dispute, "accept", version=1).status_code == 409


def test_form_without_its_reason_comes_back(grid, officer):
    dispute = make_dispute(grid)

    answer = press(officer, dispute, "decline", version=1, note="")

    assert answer.status_code == 400
    assert Case.objects.get(pk=dispute.pk).state == "registered"


def test_foreign_redirect_is_not_followed(grid, officer):
    dispute = make_dispute(grid)

    answer = press(officer, dispute, "accept", next="https://example.org/")

    assert answer.headers["Location"] == page_of(dispute)


def given_registration(grid, **more):
    return {
        "title": "漏水", "category": make_category().pk, "source": "window", "people_count": 2,
        "area": grid.code, "client_uuid": "5f0c2f0e-7f6d-4b7e-9a55-0f4c6d6d2f11",
        "party-TOTAL_FORMS": 3, "party-INITIAL_FORMS": 0,
        "party-0-name": "张三", "party-0-role": "applicant", "party-0-phone": "13800138000",
        "party-1-role": "respondent", "party-2-role": "respondent",
    } | more  # fmt: skip


def test_registering_twice_from_one_form_makes_one_dispute(grid, officer):
    first = officer.post(reverse("disputes:case_register"), given_registration(grid))
    again = officer.post(reverse("disputes:case_register"), given_registration(grid))

    dispute = Dispute.objects.get()
    assert first.headers["Location"] == again.headers["Location"] == page_of(dispute)
    assert [party.name for party in dispute.parties.all()] == ["张三"]


def test_registering_in_a_foreign_area_is_refused_like_an_unknown_one(country, officer):
    foreign = officer.post(reverse("disputes:case_register"), given_registration(country["990102001"]))

    assert foreign.status_code == 400
    assert Dispute.objects.count() == 0


def test_register_form_carries_what_a_visit_hands_on(officer):
    page = officer.get(reverse("disputes:case_register"), {"household": "3-502", "note": "楼上漏水"})

    form = page.context["form"]
    assert (form["place"].value(), form["summary"].value(), form["source"].value()) == (
        "3-502",
        "楼上漏水",
        "visit",
    )


def test_register_form_reads_the_visit_it_is_opened_from(client, worker, grid):
    client.force_login(worker)
    home = make_household(grid)
    visit = make_visit(home, worker=worker, note="楼上漏水", outcome="dispute")

    form = client.get(reverse("disputes:case_register"), {"visit": visit.client_uuid}).context["form"]

    assert (form["area"].value(), form["place"].value(), form["summary"].value()) == (
        home.area_code, home, "楼上漏水",
    )  # fmt: skip


@pytest.mark.parametrize("visit", ["x", "5f0c2f0e-7f6d-4b7e-9a55-0f4c6d6d2f11"])
def test_unknown_visit_leaves_the_form_empty(visit, officer):
    form = officer.get(reverse("disputes:case_register"), {"visit": visit}).context["form"]

    assert form["summary"].value() is None
