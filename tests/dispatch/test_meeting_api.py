"""The meeting over REST: the same verbs, the same sentences."""

from datetime import timedelta

import pytest
from django.urls import reverse

from governance.dispatch.models import Cycle
from governance.kernel.days import today
from tests.dispatch.test_action_items import picture
from tests.factories.dispatch import make_cycle
from tests.factories.dispatch_meetings import load_points, make_meeting, make_task
from tests.factories.people import make_user


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def chair(client, county):
    chair = make_user("county_official", county)
    client.force_login(chair)
    return chair


@pytest.fixture
def send(client):
    def _send(name: str, pk: int, **body):
        return client.post(reverse(name, args=[pk]), body, content_type="application/json")

    return _send


def test_a_meeting_over_rest_from_plan_to_correction(client, send, county, chair):
    load_points()
    cycle = make_cycle(county, due_on=today())
    seat = chair.live_holdings[0].post

    def verb(name: str, **body) -> dict:
        answer = send(f"dispatch-cycle-{name}", cycle.pk, **body)
        assert answer.status_code == 200, answer.content.decode()
        return answer.json()

    verb("plan", meets_on=str(today()), place="三楼会议室", chair=seat.pk)
    verb("add-point", title="临时议题")
    verb("write-minutes", position=4, minutes="临时定两件事。")
    verb("attendance", offices=[{"office": "990101", "presence": "present"}])
    decided = verb("decide", text="查清欠费", office="990101001", due_on=str(today()), point=4)
    assert decided["actions"][0]["point"] == 4
    assert verb("hold")["state"] == "held"
    issued = verb("issue")
    assert issued["issue"] == [today().year, 1]
    corrected = verb("correct", text="第四项应为一件")
    assert corrected["corrections"][0]["text"] == "第四项应为一件"
    read = client.get(reverse("dispatch-cycle-minutes", args=[cycle.pk])).json()
    assert read["hash"] == Cycle.objects.get(pk=cycle.pk).content_hash
    assert read["agenda"][3]["minutes"] == "临时定两件事。"

    answer = send("dispatch-cycle-issue", cycle.pk)
    assert (answer.status_code, answer.json()["code"]) == (409, "issued")


def test_bad_input_over_rest_is_told_in_a_sentence(send, county, chair, country):
    cycle = make_meeting(county, by=chair)
    early = str(today() - timedelta(days=1))

    answer = send("dispatch-cycle-decide", cycle.pk, text="查", office="990101", due_on=early)
    assert (answer.status_code, "完成期限不能早于开会日期" in answer.content.decode()) == (400, True)
    answer = send("dispatch-cycle-decide", cycle.pk, text="查", office="990102", due_on=str(today()))
    assert (answer.status_code, answer.json()["code"]) == (409, "no_such_office")
    assert send("dispatch-cycle-write-minutes", cycle.pk, position=99, minutes="x").status_code == 404
    other = make_user("county_official", country["990102"]).live_holdings[0].post
    assert send("dispatch-cycle-plan", cycle.pk, meets_on=str(today()), chair=other.pk).status_code == 404


def test_a_task_over_rest(client, send, county, country, chair, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    task = make_task(make_meeting(county, by=chair), country["990101001"], by=chair)
    page = reverse("dispatch-action-close", args=[task.pk])

    refused = send("dispatch-action-close", task.pk)
    assert (refused.status_code, refused.json()["code"]) == (409, "incomplete")
    assert send("dispatch-action-report", task.pk, evidence="办完了").json()["state"] == "reported"
    assert send("dispatch-action-return", task.pk, note="没有清单").json()["state"] == "returned"
    closed = client.post(page, {"picture": picture()})
    assert (closed.status_code, closed.json()["state"]) == (200, "closed")
    again = send("dispatch-action-withdraw", task.pk, note="不办了")
    assert (again.status_code, again.json()["code"]) == (409, "wrong_state")
