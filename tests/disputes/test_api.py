"""The same verbs over REST, and clear answers to bad input."""

import json
import uuid

import pytest

from disputes.enums.disputes import PartyRole
from disputes.models import Dispute
from governance.casework.models import Case
from tests.factories.disputes import make_accepted, make_category, make_dispute

DISPUTES = "/api/v1/disputes/"


@pytest.fixture
def api(client, dispatcher):
    client.force_login(dispatcher)

    def call(path, data=None, *, raw=None):
        if data is None and raw is None:
            return client.get(path)
        return client.post(
            path, raw if raw is not None else json.dumps(data), content_type="application/json"
        )

    return call


def body(grid, **more):
    parties = [
        {"name": "张三", "phone": "13800138000"},
        {"name": "安居物业", "role": PartyRole.RESPONDENT, "is_org": True},
    ]
    return {
        "area": grid.code, "category": make_category().pk, "title": "漏水", "parties": parties,
        "client_uuid": str(uuid.UUID(int=7)),
    } | more  # fmt: skip


def test_dispute_from_registration_to_closing(grid, api, dispatcher):
    made = api(DISPUTES, body(grid))
    number = made.json()["number"]
    steps = {
        "accept": {"complexity": "simple", "version": 1},
        "assign": {"post": dispatcher.live_holdings[0].post_id},
        "start_mediation": {},
        "agree_orally": {"content": "当场修好", "parties": [party["id"] for party in made.json()["parties"]]},
        "follow_up": {"satisfaction": "satisfied"},
        "close": {},
    }

    answers = [api(f"{DISPUTES}{number}/{step}/", given) for step, given in steps.items()]

    assert made.status_code == 201
    assert [answer.status_code for answer in answers] == [200] * 6
    last = answers[-1].json()
    assert (last["state"], last["outcome"], last["open_steps"]) == (
        "closed",
        "resolved",
        ["archive", "reopen"],
    )
    whole = api(f"{DISPUTES}{number}/").json()
    assert [line["kind"] for line in whole["actions"]][:2] == ["register", "accept"]
    assert "13800138000" not in json.dumps(whole)


def test_same_content_twice_is_one_dispute_other_content_is_409(grid, api):
    first, again = api(DISPUTES, body(grid)), api(DISPUTES, body(grid))
    other = api(DISPUTES, body(grid, title="采光"))

    assert (first.status_code, again.status_code, other.status_code) == (201, 200, 409)
    assert first.json()["number"] == again.json()["number"]
    assert other.json()["code"] == "uuid_reused"
    assert Case.objects.get().kept_submissions.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"area": "990102001"},
        {"area": "123"},
        {"category": "0000"},
        {"summary": "长" * 4001},
        {"title": "坏\x00字"},
        {"people_count": 0},
        {"client_uuid": "x"},
        {"parties": [{"name": "张三", "id_no": "11010119900101123X"}]},
        {"parties": "张三"},
    ],
    ids=str,
)
def test_wrong_values_are_400_and_leave_nothing(wrong, country, grid, api):
    assert api(DISPUTES, body(grid, **wrong)).status_code == 400
    assert Dispute.objects.count() == 0


def test_lone_surrogate_is_400(grid, api):
    raw = json.dumps(body(grid)).replace("\\u6f0f", "\\ud800")

    assert api(DISPUTES, raw=raw).status_code == 400


def test_deep_json_is_400(api):
    assert api(DISPUTES, raw="[" * 200_000 + "]" * 200_000).status_code == 400


def test_huge_note_is_413(grid, api):
    number = make_dispute(grid).case.number

    answer = api(f"{DISPUTES}{number}/accept/", {"note": "长" * 4_000_000})

    assert answer.status_code == 413


def test_wrong_moment_and_stale_version_are_409(grid, api):
    dispute = make_dispute(grid)
    path = f"{DISPUTES}{dispute.case.number}/"

    assert api(f"{path}close/", {}).json()["code"] == "wrong_state"
    assert api(f"{path}accept/", {"version": 9}).json()["code"] == "stale"
    assert api(f"{path}decline/", {}).json()["code"] == "reason_required"


def test_foreign_dispute_is_404(grid, client, stranger):
    client.force_login(stranger)
    number = make_dispute(grid).case.number

    assert client.get(f"{DISPUTES}{number}/").status_code == 404
    assert (
        client.post(f"{DISPUTES}{number}/accept/", "{}", content_type="application/json").status_code == 404
    )
    assert client.get(f"{DISPUTES}?area=990101001").status_code == 404
    assert client.get(DISPUTES).json()["count"] == 0


def test_missing_right_is_403(grid, client, official):
    client.force_login(official)
    number = make_dispute(grid).case.number

    assert (
        client.post(f"{DISPUTES}{number}/accept/", "{}", content_type="application/json").status_code == 403
    )


def test_post_outside_the_area_is_refused_like_an_unknown_one(country, grid, api, stranger):
    number = make_accepted(grid, "accepted").case.number

    foreign = api(f"{DISPUTES}{number}/assign/", {"post": stranger.live_holdings[0].post_id})
    unknown = api(f"{DISPUTES}{number}/assign/", {"post": 999_999})

    assert (foreign.status_code, unknown.status_code) == (400, 400)


@pytest.mark.parametrize("path", [DISPUTES, f"{DISPUTES}?state=mediating", "/api/v1/cases/"])
def test_list_costs_the_same_for_one_row_and_three(path, grid, api, django_assert_num_queries):
    make_accepted(grid)
    api(path)
    with django_assert_num_queries(4):
        api(path)
    make_accepted(grid)
    make_accepted(grid)
    with django_assert_num_queries(4):
        assert api(path).json()["count"] == 3


def test_page_api_and_file_agree(grid, api, client):
    for state in ("mediating", "accepted", "suspended"):
        make_accepted(grid, state)
    make_dispute(grid)
    query = "?counted=handled&count=exact"

    listed = api(f"{DISPUTES}{query}").json()["count"]
    page = client.get(f"/disputes/{query}").context["page"].count
    lines = b"".join(client.get(f"{DISPUTES}{query}&format=csv").streaming_content).decode().splitlines()

    assert listed == page == len(lines) - 1 == 3


def test_pages_of_a_narrowed_list_lead_on_and_back(grid, api):
    wanted = [make_accepted(grid, "mediating").case.number for _case in range(5)]
    make_accepted(grid, "accepted")

    first = api(f"{DISPUTES}?size=2&state=mediating&area={grid.code}").json()
    second = api(first["next"]).json()
    last = api(second["next"]).json()
    again = api(second["previous"]).json()

    pages = [[row["number"] for row in page["results"]] for page in (first, second, last)]
    assert [number for page in pages for number in page] == wanted[::-1]
    assert (last["next"], again["results"], again["previous"]) == (None, first["results"], None)
    assert {page["count"] for page in (first, second, last)} == {5}


def test_restricted_dispute_is_not_on_a_narrowed_list_of_whoever_may_not_see_it(grid, api):
    seen, hidden = make_accepted(grid), make_accepted(grid)
    Case.objects.filter(pk=hidden.pk).update(is_restricted=True)

    found = api(f"{DISPUTES}?state={seen.case.state}").json()

    assert ([row["number"] for row in found["results"]], found["count"]) == ([seen.case.number], 1)


def test_pages_of_the_queue_go_on_where_the_last_ended(grid, api):
    numbers = [make_accepted(grid).case.number for _case in range(5)]

    first = api("/api/v1/cases/?size=2").json()
    second = api(first["next"]).json()

    assert [row["number"] for row in first["results"] + second["results"]] == numbers[:4]
    assert api("/api/v1/cases/?cursor=broken").status_code == 400
