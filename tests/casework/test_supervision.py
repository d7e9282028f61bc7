"""督办, 预警函 and 领导包案: from above, to the office, answered by it, lifted from above; never to a person."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import models
from django.urls import reverse

from disputes.actions.judging import judge_dispute
from disputes.actions.mediation import start_mediation
from governance.casework.actions.supervision import (
    answer_letter,
    answer_supervision,
    appoint_lead,
    lift_supervision,
    read_letter,
    supervise_case,
)
from governance.casework.models import Case, Supervision, WarningLetter
from governance.dispatch.models import Notice
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people.models import Post, User
from tests.factories.casework import make_rules
from tests.factories.disputes import make_accepted
from tests.factories.people import make_user
from tests.factories.supervision import make_letter, make_supervision

COMMUNITY, TOWNSHIP, COUNTY = "990101001001", "990101001", "990101"


@pytest.fixture(autouse=True)
def rules(country):
    make_rules()


@pytest.fixture
def case(country):
    return make_accepted(country[COMMUNITY]).case


@pytest.fixture
def supervisor(country):
    return make_user("centre_supervisor", country[COUNTY])


@pytest.fixture
def secretary(country):
    return make_user("community_secretary", country[COMMUNITY])


def grade_of(case):
    return Case.objects.get(pk=case.pk).grade


def test_no_person_is_ever_the_one_a_card_is_given_to():
    named = {"given_by", "answered_by", "lifted_by"}
    persons = {
        field.name
        for field in Supervision._meta.get_fields()
        if isinstance(field, models.ForeignKey) and field.related_model in (User, Post)
    }
    assert persons == named


def test_supervise_tells_the_office_and_marks_the_case(case, supervisor):
    supervise_case(case, by=supervisor, grade=1, demand="三天内拿出方案。", reply_by=today())

    given = Supervision.objects.get()
    assert (given.area.code, given.given_by, given.grade) == (COMMUNITY, supervisor, 1)
    assert grade_of(case) == 1
    assert Notice.objects.get(kind="case.supervised").area.code == COMMUNITY
    assert case.actions.filter(kind="supervise").exists()


def test_supervise_is_for_an_office_above_alone(country, case):
    deputy = make_user("street_deputy", country[TOWNSHIP])
    Case.objects.filter(pk=case.pk).update(owner_area=country[TOWNSHIP])

    with pytest.raises(Refused) as refused:
        supervise_case(case, by=deputy, demand="请办理。")

    assert refused.value.code == "not_above"


def test_supervise_takes_the_right(case, secretary):
    with pytest.raises(PermissionDenied):
        supervise_case(case, by=secretary, demand="请办理。")


def test_supervise_refuses_a_day_gone_by_and_a_closed_case(case, supervisor):
    with pytest.raises(Refused) as refused:
        supervise_case(case, by=supervisor, demand="请办理。", reply_by=today() - timedelta(days=1))
    assert refused.value.code == "reply_in_past"

    Case.objects.filter(pk=case.pk).update(closed_on=today(), outcome="failed")
    with pytest.raises(Refused) as refused:
        supervise_case(case, by=supervisor, demand="请办理。")
    assert refused.value.code == "closed"
    assert not Supervision.objects.exists()


def test_answer_comes_from_the_very_office(country, case, secretary):
    given = make_supervision(case)
    deputy = make_user("street_deputy", country[TOWNSHIP])

    with pytest.raises(Refused) as refused:
        answer_supervision(given, by=deputy, answer="代为说明。")
    assert refused.value.code == "not_your_office"

    answer_supervision(given, by=secretary, answer="已约双方周五见面。")
    given.refresh_from_db()
    assert (given.answer, given.answered_on, given.answered_by) == ("已约双方周五见面。", today(), secretary)


def test_lift_leaves_the_highest_grade_still_open(case, supervisor):
    red, yellow = make_supervision(case, grade=2), make_supervision(case, grade=1)
    Case.objects.filter(pk=case.pk).update(grade=2)

    with pytest.raises(Refused):
        lift_supervision(red, by=supervisor, reason=" ")
    lift_supervision(red, by=supervisor, reason="已整改。")
    assert grade_of(case) == 1
    lift_supervision(yellow, by=supervisor, reason="已整改。")
    assert grade_of(case) == 0
    with pytest.raises(Refused) as refused:
        lift_supervision(yellow, by=supervisor, reason="再次解除。")
    assert refused.value.code == "lifted"


def test_high_risk_sends_a_letter_of_warning_once(case, secretary):
    for risk in ("high", "high", "medium", "high"):
        judge_dispute(case.dispute, by=secretary, risk=risk, complexity="ordinary", note="一方扬言报复。")

    assert WarningLetter.objects.count() == 2
    letter = WarningLetter.objects.first()
    assert letter.area.code == COMMUNITY
    assert "一方扬言报复。" in letter.text


def test_letter_is_received_and_answered_by_its_office(country, case, secretary):
    letter = make_letter(case)
    stranger = make_user("street_deputy", country[TOWNSHIP])
    with pytest.raises(Refused):
        read_letter(letter, by=stranger)

    read_letter(letter, by=secretary)
    answer_letter(letter, by=secretary, answer="已安排专人稳控。")

    letter.refresh_from_db()
    assert (letter.read_by, letter.answered_by) == (secretary, secretary)


def test_grave_case_above_the_township_waits_for_its_leading_official(country, supervisor):
    dispute = make_accepted(
        country[COMMUNITY],
        "assigned",
        owner_area=country[COUNTY],
        level_id="county",
        dispute={"complexity": "hard"},
    )
    handler = make_user("department_handler", country[COUNTY])

    with pytest.raises(Refused) as refused:
        start_mediation(dispute, by=handler)
    assert "包案领导" in refused.value.message

    head = make_user("county_official", country[COUNTY]).live_holdings[0].post
    appoint_lead(dispute.case, by=supervisor, post=head)
    start_mediation(dispute, by=handler)
    assert Case.objects.get().state == "mediating"


def test_lead_is_a_seat_of_a_leading_official_around_the_place(country, case, supervisor):
    elsewhere = make_user("county_official", country["990102"]).live_holdings[0].post
    clerk = make_user("mediator", country[TOWNSHIP]).live_holdings[0].post

    for post in (elsewhere, clerk):
        with pytest.raises(Refused) as refused:
            appoint_lead(case, by=supervisor, post=post)
        assert refused.value.code == "not_a_lead"


def test_judging_anew_moves_the_limit_and_needs_a_reason(country, secretary):
    case = make_accepted(
        country[COMMUNITY],
        limit="handle",
        limit_amount=7,
        limit_began_at=date(2026, 11, 20).isoformat() + "T09:00+08:00",
    ).case
    case.refresh_from_db()
    before = case.due_at

    with pytest.raises(Refused) as refused:
        judge_dispute(case.dispute, by=secretary, risk="low", complexity="hard", note="")
    assert refused.value.code == "reason_required"
    judge_dispute(case.dispute, by=secretary, risk="low", complexity="hard", note="涉及三个部门。")

    case.refresh_from_db()
    assert case.limit_amount == 20
    assert case.due_at - before > timedelta(days=13)
    assert case.rule.complexity == "hard"


def test_pages_say_what_the_api_says(client, case, supervisor):
    client.force_login(supervisor)
    url = reverse("casework:case_supervise", args=[case.number])

    page = client.post(url, {"grade": "0", "demand": "请办理。", "reply_by": "2020-01-01"})
    body = {"demand": "请办理。", "reply_by": "2020-01-01"}
    api = client.post(f"/api/v1/cases/{case.number}/supervise/", body, content_type="application/json")

    assert page.status_code == api.status_code == 409
    assert api.json()["detail"] in page.content.decode()
