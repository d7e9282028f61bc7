"""A judge sees what they were invited to and nothing else; what a court delegates goes back by its day."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from disputes.actions.court import (
    ask_judge,
    attend_sitting,
    end_collaboration,
    give_opinion,
    keep_shared_court,
    return_to_court,
)
from disputes.actions.registering import register_dispute
from disputes.models import CourtCollaboration, CourtDelegation, Dispute, SharedCourt
from governance.audit.models import AuditEvent
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.court import make_collaboration, make_delegation, make_judge_post, make_shared_court
from tests.factories.disputes import make_accepted, make_category, make_session
from tests.factories.people import make_user

CONSULTATIONS = reverse("disputes:consultation_list")


@pytest.fixture
def township(country):
    return country["990101001"]


@pytest.fixture
def judge(township):
    return make_user("judge", township)


@pytest.fixture
def seat(judge):
    return judge.live_holdings[0].post


@pytest.fixture
def dispute(grid):
    return make_accepted(grid, summary="双方为工资争执。")


@pytest.fixture
def asked(dispute, seat):
    return make_collaboration(dispute, seat)


def test_a_judge_sees_only_what_they_were_invited_to(asked, judge, grid, township, client):
    other = make_accepted(grid)
    make_collaboration(other, make_judge_post(grid))
    client.force_login(judge)

    assert [row.pk for row in client.get(CONSULTATIONS).context["page"]] == [asked.pk]
    assert client.get("/api/v1/consultations/?count=exact").json()["count"] == 1
    for address in (
        reverse("disputes:case_list"),
        reverse("disputes:case_detail", args=[asked.dispute.case.number]),
        reverse("casework:queue"),
        reverse("statistics:board"),
        reverse("disputes:delegation_list"),
        "/api/v1/disputes/",
        f"/api/v1/disputes/{asked.dispute.case.number}/",
    ):
        assert client.get(address).status_code == 403, address


def test_what_is_over_is_out_of_sight(asked, judge, dispatcher, client):
    client.force_login(judge)
    page = reverse("disputes:consultation_detail", args=[asked.pk])
    assert client.get(page).status_code == 200

    end_collaboration(asked, by=dispatcher)

    assert client.get(page).status_code == 404
    assert not CourtCollaboration.invitations.for_user(judge).exists()
    with pytest.raises(PermissionDenied):
        give_opinion(asked, by=judge, answer="时效未过。")
    with pytest.raises(Refused):
        end_collaboration(asked, by=dispatcher)


def test_a_closed_case_is_out_of_sight(asked, judge):
    case = asked.dispute.case
    case.outcome, case.closed_on = "failed", today()
    case.save()

    assert not CourtCollaboration.invitations.for_user(judge).exists()


def test_the_file_is_masked(asked, judge, client):
    client.force_login(judge)

    page = client.get(reverse("disputes:consultation_detail", args=[asked.pk])).content.decode()
    answer = client.get(f"/api/v1/consultations/{asked.pk}/").json()

    assert "双方为工资争执。" in page
    assert "李*四" in page
    for clear in ("李小四", "13900139000"):
        assert clear not in page
        assert clear not in str(answer)


def test_an_opinion_is_on_record_and_given_once(asked, judge, dispatcher):
    give_opinion(asked, by=judge, answer="时效未过。")

    asked.refresh_from_db()
    assert (asked.answer, asked.answered_on) == ("时效未过。", today())
    assert asked.dispute.case.actions.filter(kind="court_answer", note="时效未过。").exists()
    assert asked.dispute.case.state == "mediating"
    with pytest.raises(Refused):
        give_opinion(asked, by=judge, answer="改一下。")
    with pytest.raises(PermissionDenied):
        give_opinion(asked, by=dispatcher, answer="我也说。")


def test_a_judge_sits_in_at_a_sitting_of_this_dispute_only(asked, judge, grid):
    session = make_session(asked.dispute)
    attend_sitting(asked, by=judge, session=session)
    attend_sitting(asked, by=judge, session=session)

    assert [one.post for one in session.attendance.all()] == [asked.judge_post]
    with pytest.raises(Refused):
        attend_sitting(asked, by=judge, session=make_session(make_accepted(grid)))


def test_a_judge_is_asked_by_who_mediates_there(dispute, seat, dispatcher, worker):
    ask_judge(dispute, by=dispatcher, judge_post=seat, question="时效？")

    assert AuditEvent.objects.filter(action="court.ask").exists()
    with pytest.raises(ValidationError, match="不用再邀请"):
        ask_judge(dispute, by=dispatcher, judge_post=seat, question="再问")
    with pytest.raises(PermissionDenied):
        ask_judge(dispute, by=worker, judge_post=seat, question="时效？")
    with pytest.raises(Refused):
        ask_judge(dispute, by=dispatcher, judge_post=dispatcher.live_holdings[0].post, question="时效？")


def test_pages_of_both_sides_carry_a_question_to_its_answer(dispute, seat, judge, dispatcher, client):
    client.force_login(dispatcher)
    client.post(
        reverse("disputes:judge_ask", args=[dispute.case.number]),
        {"judge_post": seat.pk, "question": "时效？"},
    )
    client.force_login(judge)
    asked = CourtCollaboration.objects.get()
    client.post(reverse("disputes:consultation_detail", args=[asked.pk]), {"answer": "未过。"})
    client.force_login(dispatcher)

    assert (
        "未过。" in client.get(reverse("disputes:case_detail", args=[dispute.case.number])).content.decode()
    )


def given(**more) -> dict:
    return {"category": make_category(), "title": "买卖合同", "parties": [{"name": "张三"}], **more}


def test_a_dispute_from_court_needs_number_and_day(grid, dispatcher):
    with pytest.raises(Refused) as refused:
        register_dispute(by=dispatcher, area=grid, **given(source="court"))
    assert refused.value.code == "no_delegation"
    assert not Dispute.objects.exists()

    delegation = {
        "court": "区人民法院",
        "external_number": "诉前调1号",
        "return_by": today() + timedelta(days=30),
    }
    dispute, _new = register_dispute(by=dispatcher, area=grid, **given(source="court", delegation=delegation))
    assert dispute.delegation.days_left == 30


def test_form_and_api_ask_for_what_a_court_delegates(grid, dispatcher, client):
    client.force_login(dispatcher)
    make_category()
    asked = {
        "title": "买卖合同", "category": "0402", "source": "court", "area": grid.code, "people_count": 2,
        "party-TOTAL_FORMS": 1, "party-INITIAL_FORMS": 0, "party-0-name": "张三", "party-0-role": "applicant",
        "client_uuid": "7b1d1a32-0f58-4f57-a9a5-d0c5a7a7f0a1",
    }  # fmt: skip
    page = client.post(reverse("disputes:case_register"), asked)
    assert page.status_code == 400
    assert page.content.decode().count("法院委派的纠纷要填写这一项。") >= 3

    body = {
        "title": "买卖合同",
        "category": "0402",
        "source": "court",
        "area": grid.code,
        "parties": [{"name": "张三"}],
    }
    api = client.post("/api/v1/disputes/", body, "application/json")
    assert (api.status_code, api.json()["code"]) == (409, "no_delegation")

    more = {"court": "区人民法院", "court_number": "诉前调2号", "return_by": today() + timedelta(days=20)}
    assert client.post(reverse("disputes:case_register"), asked | more).status_code == 302
    assert CourtDelegation.objects.get().external_number == "诉前调2号"


def test_a_case_goes_back_once_with_its_result(dispute, dispatcher):
    delegation = make_delegation(dispute)
    return_to_court(delegation, by=dispatcher, result="agreed", note="已付清")

    delegation.refresh_from_db()
    assert (delegation.returned_on, delegation.tone) == (today(), "ok")
    with pytest.raises(Refused):
        return_to_court(delegation, by=dispatcher, result="failed")


@pytest.mark.parametrize(("days", "tone"), [(30, "primary"), (7, "near"), (0, "near"), (-1, "late")])
def test_the_countdown_warns_a_week_before(dispute, days, tone):
    delegated_on = today() - timedelta(days=40)
    delegation = make_delegation(dispute, delegated_on=delegated_on, return_by=today() + timedelta(days=days))

    assert (delegation.days_left, delegation.tone) == (days, tone)


def test_delegations_are_listed_by_day_and_filtered(grid, dispatcher, client):
    client.force_login(dispatcher)
    days = {name: today() + timedelta(days=n) for name, n in (("late", -3), ("soon", 5))}
    rows = {
        name: make_delegation(make_accepted(grid), delegated_on=today() - timedelta(days=40), return_by=day)
        for name, day in days.items()
    }
    page = reverse("disputes:delegation_list")

    assert [row.pk for row in client.get(page).context["page"]] == [rows["late"].pk, rows["soon"].pk]
    assert [row.pk for row in client.get(page, {"overdue": "true"}).context["page"]] == [rows["late"].pk]
    assert len(client.get(page, {"returned": "true"}).context["page"]) == 0
    listed = client.get("/api/v1/court-delegations/").json()["results"]
    assert [row["dispute_id"] for row in listed] == [rows["late"].pk, rows["soon"].pk]


def test_lists_cost_the_same_for_one_row_and_three(
    grid, township, dispatcher, client, django_assert_num_queries
):
    client.force_login(dispatcher)
    for name, make, cost in (
        ("delegation_list", lambda: make_delegation(make_accepted(grid)), 5),
        ("shared_court_list", lambda: make_shared_court(township, judge_post=make_judge_post(township)), 5),
    ):
        make()
        client.get(reverse(f"disputes:{name}"))
        with django_assert_num_queries(cost):
            client.get(reverse(f"disputes:{name}"))
        make()
        make()
        with django_assert_num_queries(cost):
            client.get(reverse(f"disputes:{name}"))


def test_a_shared_court_stands_in_a_township(township, grid, country):
    deputy = make_user("street_deputy", township)
    keep_shared_court(SharedCourt(area=township, name="共享法庭", place="二楼", schedule="周三"), by=deputy)

    with pytest.raises(Refused):
        keep_shared_court(SharedCourt(area=grid, name="共享法庭", place="二楼", schedule="周三"), by=deputy)
    with pytest.raises(PermissionDenied):
        other = SharedCourt(area=country["990102001"], name="共享法庭", place="二楼", schedule="周三")
        keep_shared_court(other, by=deputy)
