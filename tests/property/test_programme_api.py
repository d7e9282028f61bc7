"""The API of programmes: the verbs of the pages, with their rights and their sentences."""

import pytest

from governance.kernel.days import today
from tests.factories.people import make_user
from tests.factories.programmes import (
    finish,
    make_category,
    make_item,
    make_preset,
    make_programme,
    make_progress,
    make_regulation,
)

API = "/api/v1"


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def officer(county):
    return make_user("property_officer", county)


@pytest.fixture
def desk(client, officer):
    client.force_login(officer)
    return client


def send(client, url: str, **body):
    return client.post(f"{API}/{url}", body, content_type="application/json")


def test_a_programme_is_opened_filled_and_closed(desk, county):
    make_preset("model_community")
    body = {"area": county.code, "name": "五好社区", "begins_on": "2026-01-01", "ends_on": "2026-12-31"}
    opened = send(desk, "programmes/", preset="model_community", **body)
    assert (opened.status_code, opened.json()["kind"]) == (201, "model_community")
    assert send(desk, "programmes/", **body).json()["detail"] == "这个区划已有同名的专项任务，请换一个名称。"

    pk = send(desk, "programmes/", **(body | {"name": "另一个"})).json()["id"]
    category = send(desk, f"programmes/{pk}/categories/", name="第一类").json()["id"]
    task = {
        "category": category,
        "title": "任务",
        "lead_office": "民政局",
        "standard": "到位",
        "due_on": "2026-11-30",
    }
    item = send(desk, "programme-items/", **task)
    assert (item.status_code, item.json()["state"] in ("not_started", "late")) == (201, True)
    assert send(desk, f"programmes/{pk}/close/").json()["code"] == "unfinished"
    assert (
        send(desk, f"programme-items/{item.json()['id']}/drop/", reason="并入").json()["state"] == "dropped"
    )
    assert send(desk, f"programmes/{pk}/close/", note="验收").json()["closed_on"] == today().isoformat()


def test_a_task_is_changed_reported_and_checked(client, county, officer):
    item = make_item(county)
    client.force_login(officer)
    url = f"programme-items/{item.pk}"
    changed = send(client, f"{url}/change/", co_offices="公安分局", reason="补充")
    assert changed.json()["co_offices"] == "公安分局"
    assert (
        send(client, f"{url}/change/", co_offices="公安分局", reason="补充").json()["code"]
        == "nothing_changed"
    )
    told = send(client, f"{url}/progress/", percent=100, text="完成")
    (line,) = told.json()["progress"]
    assert (told.status_code, line["percent"], line["result"]) == (201, 100, "")
    assert (
        send(client, f"{url}/check/", progress=line["id"], is_accepted=True).json()["code"] == "own_progress"
    )
    client.force_login(make_user("county_official", county))
    checked = send(client, f"{url}/check/", progress=line["id"], is_accepted=True).json()
    assert (checked["state"], checked["progress"][0]["result"]) == ("done", "accepted")


def test_lines_of_another_task_are_not_found(desk, county):
    own, other = make_item(county), make_item(county)
    line = make_progress(other, 100, by=make_user())
    assert (
        send(desk, f"programme-items/{own.pk}/check/", progress=line.pk, is_accepted=True).status_code == 404
    )


def test_bad_input_is_answered_with_one_sentence(desk, county):
    item = make_item(county)
    make_progress(item, 50)
    url = f"programme-items/{item.pk}/progress/"
    assert send(desk, url, percent=120, text="x").status_code == 400
    assert send(desk, url, percent=40, text="x").json()["detail"] == "完成比例比上次低，请写明下调理由。"
    assert (
        send(desk, url, percent=60, text="x", day="2099-01-01").json()["detail"] == "进展日期不能晚于今天。"
    )
    assert send(desk, url, percent=60, text="a\u0000b").status_code == 400
    body = {
        "category": make_category(make_programme(county)).pk,
        "title": "x",
        "lead_office": "局",
        "standard": "x",
    }
    late = send(desk, "programme-items/", due_on="2099-01-01", **body)
    assert (late.status_code, "专项的期限内" in late.json()["detail"]) == (400, True)


def test_a_programme_out_of_sight_takes_no_task(client, country, county):
    category = make_category(make_programme(county))
    client.force_login(make_user("property_officer", country["990102"]))
    body = {
        "category": category.pk,
        "title": "x",
        "lead_office": "局",
        "standard": "x",
        "due_on": "2030-01-01",
    }
    assert send(client, "programme-items/", **body).status_code == 404


def test_the_detail_of_a_programme_counts_by_state(desk, county):
    programme = make_programme(county)
    finish(make_item(county, programme))
    make_item(county, programme)
    row = desk.get(f"{API}/programmes/{programme.pk}/").json()
    assert (row["states"], len(row["categories"])) == ({"done": 1, "not_started": 1}, 2)


def test_rules_are_drafted_revised_and_issued(desk, county):
    body = {"area": county.code, "title": "议事规则", "owner_office": "街道", "text": "第一条 总则。"}
    pk = send(desk, "regulations/", **body).json()["id"]
    assert send(desk, f"regulations/{pk}/revise/", batch=3).json()["batch"] == 3
    refused = send(desk, f"regulations/{pk}/step/", step="issue")
    assert (refused.status_code, refused.json()["code"]) == (409, "incomplete")
    issued = send(
        desk, f"regulations/{pk}/step/", step="issue", issued_no="1号", issued_on="2026-01-05"
    ).json()
    assert (issued["state"], issued["issued_no"]) == ("issued", "1号")


@pytest.mark.parametrize(
    ("route", "query", "expected"),
    [
        ("programmes", "running=maybe", 400),
        ("programme-items", "state=asleep", 400),
        ("programme-items", "as_of=2026-13-01", 400),
        ("regulations", "colour=red", 400),
        ("regulations", "area=999", 404),
        ("programmes", "programme=1", 400),
    ],
)
def test_unknown_questions_are_refused(desk, route, query, expected):
    assert desk.get(f"{API}/{route}/?{query}").status_code == expected


def test_the_register_is_filtered_by_batch_and_state(desk, county):
    make_regulation(county, title="甲", batch=1)
    make_regulation(county, title="乙", batch=2, state="issued", issued_no="2号", issued_on=today())
    found = [
        [row["title"] for row in desk.get(f"{API}/regulations/", query).json()["results"]]
        for query in ({"batch": 1}, {"state": "issued"}, {})
    ]
    assert found == [["甲"], ["乙"], ["甲", "乙"]]
