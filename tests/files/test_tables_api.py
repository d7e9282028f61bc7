"""Registers through the API: the same verbs, the same sentences."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from grids.models import Household
from tests.factories.grids import make_household, make_resident
from tests.factories.people import make_user
from tests.factories.tables import checked, ledger, read_back, work_off

API = "/api/v1/imports/"
BUILDING = "990101001001001001"
ROW = {"area": BUILDING, "unit": 1, "room": "101", "floor": 1}


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def send(desk, data: bytes, **more):
    file = SimpleUploadedFile("住户.xlsx", data)
    return desk.post(API, {"layout": "households", "area": "990101001001", "file": file} | more)


def test_a_register_is_sent_checked_applied_and_undone(desk):
    sent = send(desk, ledger("households", [ROW]))
    assert (sent.status_code, sent.json()["state"]) == (201, "uploaded")
    address = f"{API}{sent.json()['number']}/"
    work_off()
    assert desk.get(address).json()["new"] == 1

    assert desk.post(f"{address}apply/", content_type="application/json").json()["state"] == "applying"
    work_off()
    assert Household.objects.count() == 1
    body = {"reason": "传错了"}
    assert desk.post(f"{address}undo/", body, content_type="application/json").json()["state"] == "undoing"
    work_off()
    assert desk.get(address).json()["state"] == "undone"
    assert Household.objects.count() == 0


def test_faults_are_listed_and_the_result_is_a_workbook(desk):
    address = f"{API}{send(desk, ledger('households', [ROW, ROW])).json()['number']}/"
    work_off()
    assert desk.get(f"{address}faults/").json() == [
        {"row_number": 3, "column": "整行", "words": "与第 2 行重复"}
    ]
    assert desk.get(f"{address}result/").getvalue()[:2] == b"PK"
    refused = desk.post(f"{address}apply/", content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (409, "bad_rows")


@pytest.mark.parametrize(
    ("data", "more", "status", "code"),
    [
        (b"", {}, 400, "invalid"),
        (b"PK\x03\x04 no zip", {}, 409, "not_a_workbook"),
        (ledger("households", []), {"layout": "nonsense"}, 409, "unknown_layout"),
        (ledger("households", []), {"layout": "residents"}, 409, "columns_missing"),
        (ledger("households", []), {"area": "990102001001"}, 404, "not_found"),
        (ledger("households", []), {"mode": "some"}, 400, "invalid"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_a_sentence(desk, data, more, status, code):
    answer = send(desk, data, **more)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["detail"]


def test_an_export_is_made_fetched_and_seen_by_nobody_else(desk, client, country, community):
    make_resident(make_household(country[BUILDING]), phone="13812345678")
    body = {"layout": "residents", "query": f"area={BUILDING}"}
    sent = desk.post("/api/v1/exports/", body, content_type="application/json")
    assert sent.status_code == 201
    work_off()
    address = f"/api/v1/exports/{sent.json()['number']}/"
    assert desk.get(address).json()["total"] == 1
    assert desk.get(f"{address}file/").getvalue()[:2] == b"PK"
    desk.force_login(make_user("community_secretary", community))
    assert desk.get(f"{address}file/").status_code == desk.get(address).status_code == 404


def test_an_export_whose_query_the_list_refuses_is_refused(desk):
    body = {"layout": "households", "query": "nonsense=1"}
    assert desk.post("/api/v1/exports/", body, content_type="application/json").status_code == 400


def test_unmasked_numbers_take_the_right_and_a_reason(desk, client, country):
    body = {"layout": "residents", "is_unmasked": True}
    assert (
        desk.post("/api/v1/exports/", body, content_type="application/json").json()["code"]
        == "reason_required"
    )
    client.force_login(make_user("grid_leader", country["990101001001001"]))
    body["reason"] = "与户籍核对"
    assert client.post("/api/v1/exports/", body, content_type="application/json").status_code == 403


def test_the_list_of_imports_shows_no_name_or_number(desk, secretary, community):
    checked("residents", [ROW | {"name": "欧阳修远", "phone": "13812345678"}], by=secretary, area=community)
    shown = desk.get(API).content.decode() + desk.get("/files/imports/").content.decode()
    assert [secret for secret in ("欧阳修远", "13812345678") if secret in shown] == []


def test_a_bad_file_is_told_on_the_page_and_nothing_is_kept(desk):
    file = SimpleUploadedFile("旧.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    sent = {"layout": "households", "area": "990101001001", "mode": "good_rows", "file": file}
    answer = desk.post("/files/imports/new/", sent)
    assert answer.status_code == 400
    assert "另存为 .xlsx" in answer.content.decode()
    assert desk.get(API).json()["count"] == 0


@pytest.mark.parametrize(
    "key", ["compounds", "grids", "buildings", "workers", "households", "residents", "care_tags"]
)
def test_every_template_is_an_empty_ledger_with_lists_and_instructions(desk, key, tmp_path):
    answer = desk.get("/files/imports/template/", {"layout": key})
    assert answer.status_code == 200
    kept = SimpleUploadedFile("t.xlsx", b"".join(answer.streaming_content))
    assert len(read_back(kept)) == 1
