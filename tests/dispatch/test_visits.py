"""Supervision on the spot: reported against verified, a task for each fault, a circular of projects and offices."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.dispatch import actions
from governance.dispatch.models import ActionItem, Cycle, SupervisionVisit
from governance.dispatch.papers.minutes import circular_of, minutes_of
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.dispatch_meetings import TITLES, make_meeting
from tests.factories.dispatch_visits import make_fault, make_sound, make_visit
from tests.factories.people import make_user


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def chair(client, county):
    chair = make_user("county_official", county)
    client.force_login(chair)
    return chair


def test_a_visit_begins_with_the_checklist_of_the_preset(county, chair):
    visit = make_visit(county, by=chair)

    assert [check.title for check in visit.checks.all()] == list(TITLES)


def test_a_visit_is_to_an_office_around_and_of_a_monthly_cycle_and_past_and_once(county, chair, country):
    monthly = make_meeting(county, kind="monthly", by=chair)
    given = {"by": chair, "subject": "望湖苑", "office": "990101001", "visited_on": today()}

    with pytest.raises(Refused, match="登记在月督导里"):
        actions.record_visit(make_meeting(county, by=chair), **given)
    with pytest.raises(Refused, match="不能晚于今天"):
        actions.record_visit(monthly, **given | {"visited_on": today() + timedelta(days=1)})
    with pytest.raises(Refused, match="本单位或者下一级单位"):
        actions.record_visit(monthly, **given | {"office": "990102"})
    with pytest.raises(PermissionDenied):
        actions.record_visit(monthly, **given | {"by": make_user("department_handler", county)})
    assert actions.record_visit(monthly, **given).area == country["990101001"]
    with pytest.raises(ValidationError, match="已经登记过督导"):
        actions.record_visit(monthly, **given)


def test_a_fault_becomes_a_task_of_the_office_once(county, chair):
    visit = make_visit(county, by=chair)

    task = make_fault(visit, by=chair, finding="脚手架没有验收")

    assert (task.area, task.decided_on) == (county, today())
    assert task.text == f"{visit.subject}：脚手架没有验收"
    with pytest.raises(Refused, match="已经下达整改任务"):
        make_fault(visit, by=chair)


def test_a_fault_without_a_day_or_with_one_before_the_visit_is_refused(county, chair):
    visit = make_visit(county, by=chair)

    with pytest.raises(Refused, match="发现问题要定整改期限"):
        make_fault(visit, by=chair, due_on=None)
    with pytest.raises(Refused, match="不能早于督导日期"):
        make_fault(visit, by=chair, due_on=today() - timedelta(days=1))
    assert not ActionItem.objects.exists()
    assert not visit.checks.exclude(finding="").exists()


def test_the_circular_ranks_projects_by_what_is_put_right(county, chair):
    first = make_meeting(county, kind="monthly", by=chair, period="2026-09")
    second = make_meeting(county, kind="monthly", by=chair, period="2026-10")
    for cycle in (first, second):
        for subject in ("甲项目", "乙项目"):
            make_visit(county, by=chair, cycle=cycle, subject=subject)
    make_visit(county, by=chair, cycle=first, subject="上月的项目")
    kept, left = (
        make_fault(SupervisionVisit.objects.get(cycle=first, subject=subject), by=chair)
        for subject in ("甲项目", "乙项目")
    )
    actions.close_action(kept, by=chair, evidence="已验收")
    ActionItem.objects.filter(pk=left.pk).update(
        decided_on=today() - timedelta(days=9), due_on=today() - timedelta(days=2)
    )

    rows = circular_of(second)

    assert [
        (row["rank"], row["subject"], row["found"], row["cleared"], row["overdue"], row["rate"])
        for row in rows
    ] == [
        (1, "甲项目", 1, 1, 0, 100.0),
        (2, "乙项目", 1, 0, 1, 0.0),
    ]


def test_the_circular_counted_by_hand(county, chair):
    """甲 2 of 3 put right, 丁 the same with one overdue, 乙 1 of 2; 丙 looked at and clean, 戊 not looked at yet."""
    cycle = make_meeting(county, kind="monthly", by=chair)
    visits = {name: make_visit(county, by=chair, cycle=cycle, subject=f"{name}项目") for name in "乙丙甲丁戊"}
    found = {"甲": (3, 2), "乙": (2, 1), "丁": (3, 2)}
    for name, (faults, cleared) in found.items():
        tasks = [make_fault(visits[name], by=chair, position=number) for number in range(1, faults + 1)]
        for task in tasks[:cleared]:
            actions.close_action(task, by=chair, evidence="已验收")
    last = ActionItem.objects.filter(check_found__visit=visits["丁"], ended_on=None)
    last.update(decided_on=today() - timedelta(days=9), due_on=today() - timedelta(days=2))
    make_sound(visits["丙"], by=chair)

    rows = [(row["rank"], row["subject"], row["rate"], row["checked"]) for row in circular_of(cycle)]

    assert rows == [
        (1, "甲项目", 66.7, 3),
        (2, "丁项目", 66.7, 3),
        (3, "乙项目", 50.0, 2),
        (None, "丙项目", None, 1),
        (None, "戊项目", None, 0),
    ]


def test_equals_share_a_rank_and_the_next_one_is_left_out(county, chair):
    cycle = make_meeting(county, kind="monthly", by=chair)
    for name in "甲乙丙":
        task = make_fault(make_visit(county, by=chair, cycle=cycle, subject=name), by=chair)
        if name != "丙":
            actions.close_action(task, by=chair, evidence="已验收")

    assert [(row["rank"], row["subject"]) for row in circular_of(cycle)] == [(1, "乙"), (1, "甲"), (3, "丙")]


def test_the_page_names_those_without_a_fault_apart(client, county, chair):
    cycle = make_meeting(county, kind="monthly", by=chair)
    clean = make_visit(county, by=chair, cycle=cycle, subject="清楚的项目")
    make_visit(county, by=chair, cycle=cycle, subject="没看的项目")
    make_sound(clean, by=chair)

    page = client.get(reverse("dispatch:cycle_detail", args=[cycle.pk])).content.decode()

    assert "名次" not in page
    assert "清楚的项目" in page.partition("未发现问题")[2].partition("还没有填检查项")[0]
    assert "没看的项目" in page.partition("还没有填检查项")[2]


def test_a_withdrawn_fault_is_out_of_the_circular(county, chair):
    visit = make_visit(county, by=chair)
    actions.withdraw_action(make_fault(visit, by=chair), by=chair, note="看错了")

    [row] = circular_of(visit.cycle)

    assert (row["found"], row["rate"], row["rank"]) == (0, None, None)


def test_an_issued_circular_stays_and_no_visit_is_added(county, chair):
    visit = make_visit(county, by=chair)
    cycle = visit.cycle
    task = make_fault(visit, by=chair)
    actions.take_attendance(cycle, by=chair, presences={"990101": "present"})
    actions.hold_meeting(cycle, by=chair)
    actions.issue_minutes(cycle, by=chair)

    actions.close_action(task, by=chair, evidence="已验收")

    issued = Cycle.objects.get(pk=cycle.pk)
    assert minutes_of(issued)["circular"][0]["cleared"] == 0
    with pytest.raises(Refused, match="已经印发"):
        make_visit(county, by=chair, cycle=issued)
    with pytest.raises(DatabaseError), transaction.atomic():
        SupervisionVisit.objects.create(cycle=issued, area=county, subject="后加的", visited_on=today())


def test_a_visit_by_its_pages(client, county, chair):
    cycle = make_meeting(county, kind="monthly", by=chair)
    form = {"subject": "望湖苑", "office": "990101001", "visited_on": today().isoformat()}

    client.post(reverse("dispatch:visit_new", args=[cycle.pk]), form)
    visit = SupervisionVisit.objects.get()
    check = visit.checks.first()
    fault = {"reported": "90%", "verified": "70%", "finding": "进度虚报", "due_on": today().isoformat()}
    page = reverse("dispatch:check_fill", args=[visit.pk, check.pk])
    assert client.post(page, fault | {"due_on": ""}).status_code == 409
    assert client.post(page, fault).status_code == 302

    shown = client.get(reverse("dispatch:visit_detail", args=[visit.pk])).content.decode()
    for words in ("90%", "70%", "进度虚报", "办理中"):
        assert words in shown
    assert "望湖苑" in client.get(reverse("dispatch:visit_list"), {"cycle": cycle.pk}).content.decode()
    assert "督导通报" in client.get(reverse("dispatch:cycle_detail", args=[cycle.pk])).content.decode()


def test_pages_of_visits_cost_the_same_for_many_rows(client, county, chair):
    cycle = make_meeting(county, kind="monthly", by=chair)
    visit = make_visit(county, by=chair, cycle=cycle)
    counts = []
    for number in (1, 2):
        make_fault(visit, by=chair, position=number)
        make_visit(county, by=chair, cycle=cycle)
        found = []
        for page in (
            reverse("dispatch:visit_list"),
            reverse("dispatch:visit_detail", args=[visit.pk]),
            reverse("dispatch:cycle_detail", args=[cycle.pk]),
        ):
            client.get(page)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(page).status_code == 200
            found.append(len(queries))
        counts.append(found)
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 14


def test_a_visit_over_rest(client, county, chair):
    cycle = make_meeting(county, kind="monthly", by=chair)
    body = {"cycle": cycle.pk, "subject": "望湖苑", "office": "990101001", "visited_on": str(today())}

    made = client.post(reverse("dispatch-visit-list"), body, content_type="application/json")
    assert (made.status_code, len(made.json()["checks"])) == (201, 3)
    page = reverse("dispatch-visit-check", args=[made.json()["id"]])
    fault = {"position": 1, "verified": "70%", "finding": "进度虚报"}
    refused = client.post(page, fault, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (409, "no_due_day")
    filled = client.post(page, fault | {"due_on": str(today())}, content_type="application/json").json()
    assert filled["finding_count"] == 1
    assert filled["checks"][0]["action"] == ActionItem.objects.get().pk
