"""The police are told by one button, and a minor's dispute leaves most eyes."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from disputes.actions.safety import mark_minor, number_police_report, report_to_police
from disputes.enums.papers import Paper
from disputes.states import STEPS, DisputeState
from governance.audit.models import AuditEvent
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.disputes import make_dispute
from tests.factories.files import make_attachment
from tests.factories.people import make_user
from tests.factories.safety import make_police_report, make_restricted

ENDED = {"closed", "not_accepted", "redirected", "archived"}
HANDLERS = [
    ("grid_worker", "990101001001001"), ("community_secretary", "990101001001"), ("street_dispatcher", "990101001"),
    ("street_deputy", "990101001"), ("mediator", "990101001"), ("centre_window", "990101"),
    ("centre_supervisor", "990101"), ("department_handler", "990101"),
]  # fmt: skip


def told(**more):
    return {"reported_to": "东街派出所", "content": "一方持刀相威胁。"} | more


@pytest.mark.parametrize(("role", "place"), HANDLERS, ids=[role for role, _ in HANDLERS])
def test_report_is_open_to_everybody_who_handles_the_dispute(role, place, country, grid):
    dispute = make_dispute(grid)

    report = report_to_police(dispute, by=make_user(role, country[place]), **told())

    assert report.post_label.startswith(country[place].name)


@pytest.mark.parametrize("state", sorted(set(DisputeState.values) - ENDED))
def test_report_is_open_at_every_open_state_and_leaves_it(state, grid, dispatcher):
    dispute = make_dispute(grid, state)

    report_to_police(dispute, by=dispatcher, **told())

    dispute.case.refresh_from_db()
    assert dispute.case.state == state
    assert STEPS.keys().isdisjoint({"police"})


def test_report_says_when_to_whom_by_which_seat_and_stays_on_the_timeline(grid, dispatcher):
    dispute = make_dispute(grid)
    when = timezone.now() - timedelta(minutes=20)

    report = report_to_police(dispute, by=dispatcher, reported_at=when, way="phone", **told())

    [line] = dispute.case.actions.filter(kind="police")
    assert (report.reported_at, report.post_label) == (when, line.post_label)
    assert line.note == "电话告知派出所，报告给东街派出所：一方持刀相威胁。"
    assert AuditEvent.objects.get(action="dispute.police").after["to"] == "东街派出所"


def test_report_of_a_closed_dispute_is_refused(grid, dispatcher):
    dispute = make_dispute(grid, "closed", outcome="failed", closed_on=today())

    with pytest.raises(Refused) as refused:
        report_to_police(dispute, by=dispatcher, **told())

    assert refused.value.code == "case_closed"
    assert dispute.police_reports.count() == 0


def test_report_in_the_future_is_refused(grid, dispatcher):
    with pytest.raises(Refused) as refused:
        report_to_police(
            make_dispute(grid), by=dispatcher, reported_at=timezone.now() + timedelta(hours=1), **told()
        )

    assert refused.value.code == "reported_in_future"


def test_report_by_a_stranger_is_refused(grid, stranger):
    with pytest.raises(PermissionDenied):
        report_to_police(make_dispute(grid), by=stranger, **told())


def test_number_of_the_police_comes_later_even_after_the_end(grid, dispatcher):
    report = make_police_report(make_dispute(grid, "closed", outcome="failed", closed_on=today()))

    number_police_report(report, by=dispatcher, external_number=" 西公受案字〔2026〕12号 ")

    report.refresh_from_db()
    assert report.external_number == "西公受案字〔2026〕12号"


def test_number_left_empty_is_refused(grid, dispatcher):
    with pytest.raises(Refused) as refused:
        number_police_report(make_police_report(make_dispute(grid)), by=dispatcher, external_number=" ")

    assert refused.value.code == "number_required"


def test_marking_a_minor_takes_a_reason(grid, dispatcher):
    with pytest.raises(Refused) as refused:
        mark_minor(make_dispute(grid), by=dispatcher, involves_minor=True, note=" ")

    assert refused.value.code == "reason_required"


def test_unmarking_takes_the_right_to_see_restricted_disputes(grid, dispatcher, country):
    dispute = make_restricted(grid)

    with pytest.raises(PermissionDenied):
        mark_minor(dispute, by=dispatcher, involves_minor=False, note="登记时误选")
    mark_minor(
        dispute, by=make_user("mediator", country["990101001"]), involves_minor=False, note="登记时误选"
    )

    dispute.case.refresh_from_db()
    assert dispute.case.is_restricted is False


def test_unmarking_leaves_a_restricted_category_restricted(grid, country):
    dispute = make_restricted(grid, category="1602")
    dispute.category.is_restricted = True
    dispute.category.save()

    mark_minor(
        dispute, by=make_user("mediator", country["990101001"]), involves_minor=False, note="登记时误选"
    )

    dispute.case.refresh_from_db()
    assert dispute.case.is_restricted is True


def test_page_records_a_report_and_shows_it(client, grid, dispatcher):
    client.force_login(dispatcher)
    dispute = make_dispute(grid)
    given = told(way="emergency", reported_at=f"{timezone.localtime():%Y-%m-%dT%H:%M}")

    answer = client.post(reverse("disputes:police_report", args=[dispute.case.number]), given, follow=True)

    text = answer.content.decode()
    assert "已报告东街派出所" in text
    assert [entry["title"] for entry in answer.context["entries"]][-1] == "报告公安机关"


def test_page_gives_a_form_that_lacks_something_back_open(client, grid, dispatcher):
    client.force_login(dispatcher)
    dispute = make_dispute(grid)

    answer = client.post(reverse("disputes:police_report", args=[dispute.case.number]), {"content": "斗殴"})

    assert answer.status_code == 400
    assert answer.context["safety"]["is_open"] is True
    assert dispute.police_reports.count() == 0


def test_whoever_marks_a_minor_and_may_not_see_is_led_to_the_list(client, grid, dispatcher):
    client.force_login(dispatcher)
    number = make_dispute(grid).case.number

    answer = client.post(
        reverse("disputes:case_minor", args=[number]), {"involves_minor": "true", "note": "当事人16岁"}
    )

    assert answer.headers["Location"] == reverse("disputes:case_list")
    assert client.get(reverse("disputes:case_detail", args=[number])).status_code == 404


def test_api_takes_the_same_verbs_with_the_same_words(client, grid, dispatcher):
    client.force_login(dispatcher)
    dispute = make_dispute(grid)
    base = f"/api/v1/disputes/{dispute.case.number}/"

    def call(path, given):
        return client.post(f"{base}{path}/", json.dumps(given), content_type="application/json")

    made = call("police", told())
    numbered = call("police_number", {"report": made.json()["id"], "external_number": "受案12号"})
    empty = call("police_number", {"report": made.json()["id"], "external_number": ""})
    marked = call("minor", {"involves_minor": True, "note": "当事人16岁"})

    assert (made.status_code, numbered.json()["external_number"]) == (201, "受案12号")
    assert (empty.status_code, empty.json()["code"]) == (409, "number_required")
    assert marked.status_code == 204
    assert client.get(base).status_code == 404


def test_pictures_follow_the_dispute_out_of_sight_and_back(client, grid, dispatcher, country):
    dispute, mediator = make_dispute(grid), make_user("mediator", country["990101001"])
    page = make_attachment(grid, view_right="disputes.papers")
    filed = dispute.filed_papers.create(kind=Paper.COVER, changed_by=mediator)
    filed.pages.add(page)

    mark_minor(dispute, by=mediator, involves_minor=True, note="当事人16岁")
    page.refresh_from_db()
    hidden = page.view_right
    mark_minor(dispute, by=mediator, involves_minor=False, note="核实已满18岁")
    page.refresh_from_db()

    assert (hidden, page.view_right) == ("disputes.restricted", "disputes.papers")
