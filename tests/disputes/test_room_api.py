"""The joint table over REST: the same verbs and sentences."""

import json

import pytest
from django.urls import reverse

from governance.kernel.days import today
from tests.factories.disputes import make_accepted
from tests.factories.people import make_user
from tests.factories.room import call


@pytest.fixture
def mediator(country):
    return make_user("mediator", country["990101001"])


@pytest.fixture
def court(country):
    return make_user("department_handler", country["990101"])


@pytest.fixture
def dispute(grid, mediator):
    post = mediator.live_holdings[0].post
    return make_accepted(grid, "joint", owner_post=post, owner_area=post.area, is_joint=True)


@pytest.fixture
def api(client, dispute):
    def call_(user, name, **body):
        client.force_login(user)
        address = reverse(f"dispute-{name}", args=[dispute.case.number])
        if not body and name == "room":
            return client.get(address)
        return client.post(address, json.dumps(body), content_type="application/json")

    return call_


def test_table_from_the_first_task_to_the_last_signature(api, dispute, mediator, court):
    first, other = (dispute.parties.get(role=role).pk for role in ("applicant", "respondent"))
    organ = court.live_holdings[0].post
    call(dispute, organ)
    day = str(today())

    task = api(mediator, "room-task", organ=organ.pk, task="核对工资表", due_on=day).json()["tasks"][0]
    done = [
        api(court, "room-opinion", task=task["id"], opinion="应当支付", is_done=True),
        api(mediator, "room-representatives", representatives=[first]),
        api(
            mediator,
            "record-sitting",
            held_on=day,
            record="谈拢",
            attendance=[{"post": organ.pk, "role": "organ"}],
        ),
        api(
            mediator,
            "room-draft",
            content="付清",
            payer=other,
            due_on=day,
            amounts=[{"party": first, "cents": 900}],
        ),
        api(
            mediator, "room-signatures", signatures=[{"party": pk, "signed_on": day} for pk in (first, other)]
        ),
        api(mediator, "room-results", results=[{"party": first, "settled_cents": 900, "result": "已付清"}]),
        api(mediator, "room-conclude"),
    ]
    table = api(mediator, "room").json()

    assert [answer.status_code for answer in done] == [200] * 7
    assert done[-1].json()["state"] == "agreed_written"
    assert (table["tasks"][0]["opinion"], table["tasks"][0]["done_on"]) == ("应当支付", day)
    assert [row["role"] for row in table["sittings"][0]["attendance"]] == ["organ"]
    outcome = table["outcomes"][0]
    assert (outcome["agreed"], outcome["settled"], outcome["signed_on"], outcome["result"]) == (
        900,
        900,
        day,
        "已付清",
    )
    assert "张三" not in json.dumps(table, ensure_ascii=False)


def test_organ_of_another_table_is_unknown(api, dispute, mediator, court):
    answer = api(
        mediator, "room-task", organ=court.live_holdings[0].post_id, task="核对", due_on=str(today())
    )

    assert answer.status_code == 400 and "organ" in answer.json()["errors"]
