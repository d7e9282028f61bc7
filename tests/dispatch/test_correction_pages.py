"""Corrections on pages and over REST: the same verbs, the same sentences, the same bytes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.dispatch import actions
from governance.dispatch.models import Correction
from governance.kernel.days import today
from tests.factories.people import make_user
from tests.factories.reports import (
    ARRIVED,
    MONDAY,
    THIS_WEEK,
    load_figures,
    make_changed_report,
    make_events,
    make_issued_report,
    make_reporting_cycle,
)


@pytest.fixture(autouse=True)
def _monday(time_machine):
    time_machine.move_to(MONDAY, tick=False)


@pytest.fixture
def county(country):
    load_figures()
    return country["990101"]


@pytest.fixture
def chair(client, county):
    chair = make_user("county_official", county)
    client.force_login(chair)
    return chair


@pytest.fixture
def report(county, country, chair):
    """An issued report; one event of its week arrived late and was found by the sweep."""
    report = make_issued_report(county, by=chair)
    make_events(country["990101001001001"], THIS_WEEK, on_time=1)
    actions.find_figure_changes(today())
    return report


def at(name: str, *args) -> str:
    return reverse(f"dispatch:{name}", args=args)


def text_of(answer) -> str:
    return answer.content.decode()


def test_the_report_says_that_it_waits_and_its_chair_corrects_it(client, report, county, chair):
    shown = text_of(client.get(at("brief_detail", report.pk)))
    for words in ("待更正", "上报事件", "0件", "1件", at("brief_correct", report.pk)):
        assert words in shown
    assert "待更正" in text_of(client.get(at("brief_list")))
    assert "待更正" in text_of(client.get(at("cycle_detail", report.cycle_id)))

    answer = client.post(at("brief_correct", report.pk), {"arrived": ARRIVED}, follow=True)

    correction = Correction.objects.get()
    assert answer.redirect_chain[-1][0] == at("correction_detail", correction.pk)
    for words in ("更正〔2026〕1号", ARRIVED, "0件", "1件", correction.sha256):
        assert words in text_of(answer)
    shown = text_of(client.get(at("brief_detail", report.pk)))
    assert "待更正" not in shown
    assert "更正〔2026〕1号" in shown
    assert "更正〔2026〕1号" in text_of(client.get(at("correction_list")))


def test_whoever_only_reads_sees_the_change_and_no_button(client, report, county):
    client.force_login(make_user("department_handler", county))

    shown = text_of(client.get(at("brief_detail", report.pk)))

    assert "待更正" in shown
    assert at("brief_correct", report.pk) not in shown
    assert client.post(at("brief_correct", report.pk), {"arrived": ARRIVED}).status_code == 403


def test_an_empty_reason_and_a_second_press_are_told(client, report):
    form = client.post(at("brief_correct", report.pk), {"arrived": " "})
    assert form.status_code == 400
    assert "后到的情况" in text_of(form)
    client.post(at("brief_correct", report.pk), {"arrived": ARRIVED})

    again = client.post(at("brief_correct", report.pk), {"arrived": ARRIVED})

    assert again.status_code == 409
    assert "没有要更正的" in text_of(again)
    assert Correction.objects.count() == 1


def test_the_file_is_the_same_on_the_page_and_over_rest(client, report, chair):
    correction = actions.issue_correction(report, by=chair, arrived=ARRIVED)

    files = [
        client.get(at("correction_file", correction.pk)).content,
        client.get(reverse("dispatch-correction-file", args=[correction.pk])).content,
    ]

    assert files == [bytes(correction.file)] * 2


def test_a_correction_over_rest(client, report, county):
    send = {"brief": report.pk, "arrived": ARRIVED}

    made = client.post(reverse("dispatch-correction-list"), send, content_type="application/json")
    again = client.post(reverse("dispatch-correction-list"), send, content_type="application/json")
    empty = client.post(
        reverse("dispatch-correction-list"), {"brief": report.pk}, content_type="application/json"
    )

    assert made.status_code == 201, text_of(made)
    body = made.json()
    assert (body["issue_no"], body["figure_count"], body["arrived"]) == (1, 2, ARRIVED)
    count = body["figures"][0]
    assert (count["said"]["value"], count["now"]["value"], count["change"]) == (0, 1, "增加1件")
    assert (again.status_code, again.json()["code"]) == (409, "nothing_to_correct")
    assert empty.status_code == 400
    read = client.get(reverse("dispatch-correction-detail", args=[body["id"]])).json()
    assert read == body
    rows = client.get(reverse("dispatch-correction-list"), {"brief": report.pk, "kind": "weekly"}).json()
    assert [row["id"] for row in rows["results"]] == [body["id"]]


def test_a_share_that_had_no_value_is_corrected_too(client, report, county):
    """Of nothing there is no share; the first case gives it one."""
    row = next(row for row in report.figure_changes.all() if row.indicator == "events.on_time_share")

    assert (row.said["value"], row.now["value"]) == (None, 100.0)
    assert "—" in text_of(client.get(at("brief_correct", report.pk)))


def test_pages_cost_the_same_for_many_rows(client, report, country, chair):
    city = make_user("city_official", country["9901"])
    actions.issue_correction(report, by=chair, arrived=ARRIVED)
    counts = []
    for code in ("990101001", "990101002"):
        other = make_changed_report(country[code], by=city)
        actions.issue_correction(other, by=city, arrived=ARRIVED)
        client.get(at("correction_list"))
        with CaptureQueriesContext(connection) as queries:
            for name in ("brief_list", "correction_list"):
                assert client.get(at(name)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 24


def test_a_report_not_issued_has_no_corrections(client, county, chair):
    brief = actions.prepare_brief(make_reporting_cycle(county), "weekly_report", by=chair)

    assert 'id="corrections"' not in text_of(client.get(at("brief_detail", brief.pk)))
    answer = client.post(at("brief_correct", brief.pk), {"arrived": ARRIVED})
    assert answer.status_code == 409
    assert "还没有印发" in text_of(answer)
