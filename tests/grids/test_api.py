import json
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from governance.kernel.days import today
from grids.models import NeedRequest, Visit, VisitConflict
from tests.factories.areas import make_country
from tests.factories.grids import make_household, make_need, make_visit
from tests.factories.people import make_user

VISITS = "/api/v1/visits/"


@pytest.fixture
def phone(client, worker):
    client.force_login(worker)
    return client


def contact(household, **content):
    return {"client_uuid": str(uuid.uuid4()), "household": household.pk, "outcome": "normal", **content}


def send(client, content):
    return client.post(VISITS, json.dumps(content), content_type="application/json")


def test_a_visit_is_created_once_and_acknowledged_again(phone, household):
    sent = contact(household, outcome="need", note="想换灯泡", need_kind="repair")
    first, again = send(phone, sent), send(phone, sent)

    assert (first.status_code, again.status_code) == (201, 200)
    assert {**first.json(), "needs": sorted(first.json()["needs"])} == again.json()
    assert first.json()["visited_on"] == today().isoformat()
    assert (Visit.objects.count(), NeedRequest.objects.count()) == (1, 1)


def test_the_same_number_with_other_content_is_409_and_kept(phone, household):
    sent = contact(household)
    send(phone, sent)
    answer = send(phone, sent | {"note": "另一句"})

    assert (answer.status_code, answer.json()["code"]) == (409, "other_content")
    assert VisitConflict.objects.get().content["note"] == "另一句"


def test_a_time_in_the_future_is_409(phone, household):
    later = (timezone.now() + timedelta(hours=1)).isoformat()
    answer = send(phone, contact(household, visited_at=later))

    assert (answer.status_code, answer.json()["code"]) == (409, "in_future")


def test_a_household_of_another_grid_is_like_none(phone, household, next_household):
    foreign = send(phone, contact(next_household))
    unknown = send(phone, contact(household) | {"household": 10**9})
    by_area = {"client_uuid": str(uuid.uuid4()), "outcome": "hazard", "place": "门口"}

    assert foreign.status_code == unknown.status_code == 404
    assert foreign.json() == unknown.json()
    assert send(phone, by_area | {"area": next_household.area_code}).status_code == 404
    assert send(phone, by_area | {"area": household.area_code}).status_code == 201


@pytest.mark.parametrize(
    "change",
    [
        {"note": "a\x00b"}, {"note": "\ud800"}, {"outcome": "great"}, {"client_uuid": "1"}, {"household": None},
        {"household": 2**70}, {"visited_at": "yesterday"}, {"area": "1"}, {"note": "长" * 1001}, {"household": True},
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_400(phone, household, change):
    answer = send(phone, contact(household) | change)
    assert (answer.status_code, answer.json().keys() >= {"code", "detail"}) == (400, True)
    assert not Visit.objects.exists()


def test_a_note_of_ten_megabytes_is_413(phone, household):
    assert send(phone, contact(household, note="a" * 10_000_000)).status_code == 413


def test_a_body_nested_200_000_deep_is_400(phone):
    deep = "[" * 200_000 + "]" * 200_000
    assert phone.post(VISITS, deep, content_type="application/json").status_code == 400


def test_a_post_that_ended_yesterday_logs_nothing(client, grid, household):
    client.force_login(make_user("grid_worker", grid, until=today()))
    answer = send(client, contact(household))
    assert (answer.status_code, answer.json()["code"]) == (409, "post_ended")
    client.force_login(make_user("grid_worker", grid, until=today() - timedelta(days=4)))
    assert send(client, contact(household)).status_code == 403
    assert not Visit.objects.exists()


def test_an_official_reads_but_does_not_log(client, official, household):
    client.force_login(official)
    assert client.get(VISITS).json()["count"] == 0
    assert send(client, contact(household)).status_code == 403


def test_solve_closes_a_need_once(phone, household):
    need = make_need(household)
    url = f"/api/v1/needs/{need.pk}/solve/"
    answers = [phone.post(url, {"note": "已换好"}, content_type="application/json") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 409]
    assert answers[0].json()["state"] == "solved"
    assert phone.post(url, {}, content_type="application/json").status_code == 400


def test_lists_carry_no_door_no_resident_and_no_note(client, official, household):
    make_visit(household, note="想换灯泡")
    make_need(household, text="想换灯泡")
    client.force_login(official)
    for name in ("visits", "needs"):
        answer = client.get(f"/api/v1/{name}/")
        row = answer.json()["results"][0]
        assert client.get(f"/api/v1/{name}/{row['id']}/").json() == row
        assert "想换灯泡" not in answer.content.decode()
        assert household.label not in answer.content.decode()


@pytest.mark.parametrize("name", ["grids", "workers", "compounds", "visits", "needs"])
def test_unknown_parameters_and_foreign_areas_are_refused(phone, household, next_household, name):
    url = f"/api/v1/{name}/"
    assert phone.get(url, {"aera": "1"}).status_code == 400
    assert phone.get(url, {"area": next_household.area_code}).status_code == 404
    assert phone.get(url, {"area": "999999"}).status_code == 404
    assert phone.get(url, {"area": household.area_code[:15]}).status_code == 200


def test_visits_are_listed_in_as_many_queries_for_three_as_for_one(phone, household):
    phone.get(VISITS)
    counts = []
    for number in (1, 2):
        for _ in range(number):
            make_visit(household)
        with CaptureQueriesContext(connection) as taken:
            assert phone.get(VISITS).status_code == 200
        counts.append(len(taken))
    assert counts[0] == counts[1]


def _send_from_a_thread(user, content) -> int:
    client = Client()
    client.force_login(user)
    try:
        return send(client, content).status_code
    finally:
        connection.close()


@pytest.mark.parametrize("same", [True, False])
def test_one_number_sent_by_two_at_once_makes_one_visit(transactional_db, same):
    country = make_country()
    worker = make_user("grid_worker", country["990101001001001"])
    household = make_household(country["990101001001001001"])
    sent = contact(household, outcome="need", note="想换灯泡")
    versions = [sent, sent if same else sent | {"note": "别的话"}] * 3
    with ThreadPoolExecutor(len(versions)) as pool:
        answers = sorted(pool.map(lambda content: _send_from_a_thread(worker, content), versions))

    assert (Visit.objects.count(), NeedRequest.objects.count()) == (1, 1)
    if same:
        assert answers == [200] * 5 + [201]
    else:
        assert answers == [200] * 2 + [201] + [409] * 3
    assert VisitConflict.objects.count() == (0 if same else 1)


def test_a_need_comes_back_when_it_is_not_solved(phone, household):
    need = make_need(household, state="solved")
    url = f"/api/v1/needs/{need.pk}/reopen/"
    assert phone.post(url, {"note": ""}, content_type="application/json").status_code == 400
    answers = [phone.post(url, {"note": "还是不亮"}, content_type="application/json") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 409]
    assert (answers[0].json()["state"], answers[0].json()["solved_on"]) == ("open", None)
    listed = phone.get("/api/v1/needs/", {"reopened": "true"}).json()["results"]
    assert [(row["id"], row["reopened_count"]) for row in listed] == [(need.pk, 1)]
