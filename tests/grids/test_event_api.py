"""Events through the API: the same verbs, the same refusals."""

import uuid

import pytest

from grids.models import Event
from grids.states.events import EventState
from tests.factories.events import (
    make_event,
    make_event_category,
    make_reporter,
    make_verification,
    make_work_list_item,
)
from tests.factories.files import picture_upload
from tests.factories.people import make_user

API = "/api/v1/events/"


@pytest.fixture
def secretary(country):
    return make_user("community_secretary", country["990101001001"])


@pytest.fixture
def api(client, dispatcher):
    client.force_login(dispatcher)
    return client


def post(client, path: str, body: dict | None = None):
    return client.post(f"{API}{path}", body or {}, content_type="application/json")


def body_of(grid, **more) -> dict:
    make_event_category()
    return {
        "client_uuid": str(uuid.uuid4()), "area": grid.code, "category": "E0102", "text": "三楼楼道堆着旧家具",
    } | more  # fmt: skip


def test_reporting_twice_gives_one_event_and_other_content_is_kept(api, grid):
    body = body_of(grid, reporter={"name": "张三", "phone": "13800138000"})

    first, again, other = (post(api, "", sent) for sent in (body, body, body | {"text": "别的事"}))

    assert (first.status_code, again.status_code, other.status_code) == (201, 200, 409)
    assert first.json()["number"] == again.json()["number"]
    assert first.json()["reporters"][0]["phone_masked"] == "138****8000"
    assert other.json()["code"] == "uuid_reused"
    assert Event.objects.count() == 1


def test_an_area_beyond_ones_reach_is_unknown(api, country):
    answer = post(api, "", body_of(country["990102001001001"]))

    assert answer.status_code == 400
    assert "area" in answer.json()["errors"]


def test_an_event_goes_its_whole_way(client, api, grid, dispatcher, secretary):
    number = make_event(grid, category="E1101").case.number
    seat = secretary.live_holdings[0].post_id
    people = [{"unit": "镇综治中心", "name": "马主任"}, {"unit": "村委会"}]
    found = {"place": "地头", "minutes": "丈量属实", "participants": people,
             "measured_value": "1.6", "measured_unit": "mu"}  # fmt: skip

    assert post(api, f"{number}/verify/", {"post": seat, "version": 1}).json()["state"] == "dispatched"
    client.force_login(secretary)
    for step in ("accept", "start"):
        assert post(client, f"{number}/{step}/").status_code == 200
    lacking = post(client, f"{number}/feedback/", {"answer": "已更正"})
    verified = post(client, f"{number}/record_verification/", found)
    told = post(client, f"{number}/feedback/", {"answer": "已更正"})
    client.force_login(dispatcher)
    for step in ("check", "close"):
        post(client, f"{number}/{step}/")
    rated = post(client, f"{number}/rate/", {"satisfaction": "satisfied"}).json()

    assert (lacking.status_code, lacking.json()["code"]) == (409, "incomplete")
    assert (verified.status_code, told.json()["state"]) == (200, "feedback")
    assert (rated["state"], rated["outcome"], rated["satisfaction"]) == ("rated", "resolved", "satisfied")
    assert rated["verifications"][0]["measured_value"] == "1.600"
    assert [person["unit"] for person in rated["verifications"][0]["participants"]] == [
        "镇综治中心",
        "村委会",
    ]


def test_a_seat_that_cannot_handle_it_is_unknown(api, grid, country):
    event = make_event(grid, EventState.VERIFIED)
    elsewhere = make_user("community_secretary", country["990101001002"]).live_holdings[0].post_id
    official = make_user("city_official", country["9901"]).live_holdings[0].post_id

    answers = [post(api, f"{event.case.number}/dispatch/", {"post": pk}) for pk in (elsewhere, official)]

    assert [answer.status_code for answer in answers] == [400, 400]


def test_off_the_list_is_409_with_a_sentence(api, grid, country, secretary):
    make_work_list_item(country["990101"], "E02")
    event = make_event(grid, EventState.VERIFIED)

    answer = post(api, f"{event.case.number}/dispatch/", {"post": secretary.live_holdings[0].post_id})

    assert answer.status_code == 409
    assert answer.json()["code"] == "off_list"
    assert "事项清单" in answer.json()["detail"]


def test_a_stale_version_is_409(api, grid):
    event = make_event(grid)
    post(api, f"{event.case.number}/verify/", {"version": 1})

    answer = post(api, f"{event.case.number}/merge/", {"version": 1, "main": make_event(grid).case.number})

    assert (answer.status_code, answer.json()["code"]) == (409, "stale")


def test_merging_into_an_unknown_number_is_400(api, grid, country):
    event, foreign = make_event(grid), make_event(country["990102001001001"])

    answers = [
        post(api, f"{event.case.number}/merge/", {"main": main}) for main in ("x", foreign.case.number)
    ]

    assert [answer.status_code for answer in answers] == [400, 400]


def test_a_picture_is_added_once_while_the_event_is_open(client, worker, grid, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    event, closed = make_event(grid), make_event(grid, EventState.CLOSED)
    client.force_login(worker)
    key = str(uuid.uuid4())

    def send(number):
        return client.post(f"{API}{number}/photos/", {"client_uuid": key, "file": picture_upload()})

    first, again = send(event.case.number), send(event.case.number)
    late = send(closed.case.number)

    assert (first.status_code, again.status_code, late.status_code) == (201, 201, 409)
    assert first.json()["number"] == again.json()["number"]
    assert event.photos.count() == 1


def test_the_list_is_filtered_like_the_page(api, grid):
    wanted = make_event(grid, EventState.HANDLING, category="E0201")
    make_event(grid)

    answer = api.get(API, {"category": "E02", "state": "handling"})
    unknown = api.get(API, {"colour": "red"})

    assert [row["number"] for row in answer.json()["results"]] == [wanted.case.number]
    assert unknown.status_code == 400


def test_one_event_tells_its_reporters_masked_and_its_open_steps(api, grid):
    event = make_event(grid)
    make_reporter(event)
    make_verification(event)

    found = api.get(f"{API}{event.case.number}/").json()

    assert found["reporters"] == [
        {"id": event.reporters.get().pk, "name": "张*", "phone_masked": "138****8000"}
    ]
    assert found["open_steps"][0] == "verify"
    assert "13800138000" not in str(found)


def test_the_catalogue_and_the_work_list_are_read(api, country):
    make_event_category("E0102")
    make_work_list_item(country["990101"], "E01")

    catalogue = api.get("/api/v1/event-categories/", {"parent": "E01"}).json()["results"]
    listed = api.get("/api/v1/work-list/", {"in_force": "true"}).json()["results"]

    assert [row["code"] for row in catalogue] == ["E0102"]
    assert [row["category_id"] for row in listed] == ["E01"]
