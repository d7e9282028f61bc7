"""The pages of a meeting and its tasks: what they show, what they refuse, what they cost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.dispatch import actions
from governance.dispatch.enums import CycleState
from governance.dispatch.models import ActionItem, Cycle
from governance.kernel.days import today
from tests.factories.dispatch import make_item
from tests.factories.dispatch_meetings import make_action, make_held, make_issued, make_meeting, make_task
from tests.factories.people import make_user


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def chair(client, county):
    chair = make_user("county_official", county)
    client.force_login(chair)
    return chair


def at(name: str, *args) -> str:
    return reverse(f"dispatch:{name}", args=args)


def text_of(answer) -> str:
    return answer.content.decode()


def test_the_working_page_costs_the_same_for_many_rows(client, county, country, chair):
    counts = []
    cycle = make_meeting(county, by=chair)
    for number in (1, 3):
        for row in range(number):
            make_item(cycle, key=f"sample:{number}.{row}")
            make_task(cycle, country["990101001"], by=chair)
        client.get(at("cycle_detail", cycle.pk))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(at("cycle_detail", cycle.pk)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 13, [q["sql"][:150] for q in queries]


@pytest.mark.parametrize("route", ["dispatch:action_list", "dispatch-action-list"])
def test_the_list_of_tasks_costs_the_same_for_many_rows(client, county, country, chair, route):
    counts = []
    for number in (1, 3):
        for _row in range(number):
            make_task(make_meeting(county, by=chair), country["990101001"], by=chair)
        client.get(reverse(route))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(route)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12


def test_a_reader_sees_the_meeting_and_no_forms(client, county, country):
    cycle = make_meeting(county)
    client.force_login(make_user("department_handler", county))

    page = text_of(client.get(at("cycle_detail", cycle.pk)))

    assert "上期任务办理情况" in page
    assert "登记会议" not in page.partition("agenda-title")[0]
    assert "<textarea" not in page
    assert client.get(at("cycle_wall", cycle.pk)).status_code == 200


def test_a_meeting_by_its_pages(client, county, chair):
    cycle = make_meeting(county, by=chair)
    point = cycle.points.first()

    client.post(at("minutes_write", cycle.pk, point.pk), {"minutes": "两项已销。"})
    client.post(at("point_add", cycle.pk), {"title": "临时议题"})
    assert "attendance-line" in client.get(at("meeting_attendance", cycle.pk)).content.decode()
    client.post(at("meeting_attendance", cycle.pk), {"990101": "present", "990101001": "absent"})
    client.post(
        at("task_decide", cycle.pk),
        {"text": "查清欠费", "office": "990101001", "due_on": today().isoformat()},
    )
    client.post(at("meeting_hold", cycle.pk))
    client.post(at("minutes_issue", cycle.pk))
    client.post(at("minutes_correct", cycle.pk), {"text": "第一项应为一件"})

    found = Cycle.objects.get(pk=cycle.pk)
    assert found.state == CycleState.ISSUED
    page = text_of(client.get(at("cycle_detail", cycle.pk)))
    for words in ("两项已销。", "临时议题", "查清欠费", "第一项应为一件", "缺席"):
        assert words in page


def test_a_due_day_before_the_meeting_comes_back_in_the_form(client, county, chair):
    cycle = make_meeting(county, by=chair)
    early = (today() - timedelta(days=1)).isoformat()

    answer = client.post(
        at("task_decide", cycle.pk), {"text": "查清欠费", "office": "990101", "due_on": early}
    )

    assert answer.status_code == 400
    assert "完成期限不能早于开会日期" in text_of(answer)
    assert not ActionItem.objects.exists()


def test_issuing_twice_is_refused_with_a_sentence(client, county, chair):
    cycle = make_issued(county, by=chair)

    answer = client.post(at("minutes_issue", cycle.pk))

    assert answer.status_code == 409
    assert "已经印发，不能再改" in text_of(answer)


def test_a_task_started_from_a_late_item_remembers_it(client, county, chair):
    cycle = make_meeting(county, by=chair)
    item = make_item(cycle)

    page = text_of(client.get(at("task_decide", cycle.pk), {"item": item.pk}))
    client.post(
        at("task_decide", cycle.pk),
        {"text": item.title, "office": "990101", "due_on": today().isoformat(), "item": item.pk},
    )

    assert item.title in page
    assert ActionItem.objects.get().item == item
    assert client.get(at("task_decide", cycle.pk), {"item": "x9"}).status_code == 200


def test_closing_without_evidence_is_refused_with_a_sentence(client, county, country, chair):
    task = make_task(make_meeting(county, by=chair), country["990101001"], by=chair)

    answer = client.post(at("action_step", task.pk, "close"), {"evidence": ""})

    assert answer.status_code == 409
    assert "写明办理结果和依据，或者附一张图片" in text_of(answer)


def test_a_step_by_the_page_of_a_task(client, county, country, chair):
    task = make_task(make_meeting(county, by=chair), country["990101001"], by=chair)

    assert client.post(at("action_step", task.pk, "vanish")).status_code == 404
    assert client.post(at("action_step", task.pk, "withdraw"), {"note": ""}).status_code == 400
    answer = client.post(at("action_step", task.pk, "close"), {"evidence": "已办完"}, follow=True)

    assert "任务已销号。" in text_of(answer)
    assert "已办完" in text_of(answer)


def test_filters_of_tasks(client, county, country, chair):
    cycle = make_held(county, by=chair, due_on=today() - timedelta(days=9))
    ActionItem.objects.filter(cycle=cycle).delete()
    late = ActionItem.objects.create(
        cycle=cycle, area=county, text="早该办的", decided_on=cycle.due_on, due_on=today() - timedelta(days=1)
    )
    new = make_task(cycle, country["990101001"], by=chair)

    def shown(**query) -> set[int]:
        return {row["task"].pk for row in client.get(at("action_list"), query).context["rows"]}

    assert shown() == {late.pk, new.pk}
    assert shown(overdue="true") == {late.pk}
    assert shown(mine="true") == {late.pk}
    assert shown(mine="false") == {new.pk}
    assert shown(carried="true") == set()
    make_item(cycle, key=late.key).__class__.objects.create(
        cycle=cycle, key="x", topic="t", title="t", url="/", lag="x", days_late=0, action=late
    )
    assert shown(carried="true") == {late.pk}
    actions.close_action(late, by=chair, evidence="办完")
    assert shown(pending="true") == {new.pk}
    assert shown(overdue="true") == set()
    assert client.get(at("action_list"), {"mien": "true"}).status_code == 400


def test_a_task_of_a_stranger_is_not_found(client, country, stranger):
    task = make_action(country["990101001"])
    client.force_login(stranger)

    assert client.get(at("action_detail", task.pk)).status_code == 404
    assert client.post(at("action_step", task.pk, "report"), {"evidence": "x"}).status_code == 404
