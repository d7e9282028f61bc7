"""Whole lists as files over the API, and the few places a client has for them."""

import json
import re
import tracemalloc
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from http.client import HTTPConnection
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from python_calamine import CalamineWorkbook

from governance.areas.models import Area
from governance.kernel import bulk
from governance.people.actions import issue_token
from tests.factories.areas import FOUNDED, make_country
from tests.factories.people import make_user

AREAS = "/api/v1/areas/"


@pytest.fixture
def token(official):
    return key_of(official)


def key_of(user, name="数据") -> dict:
    _token, secret = issue_token(user, by=user, name=name, rights=["areas.view", "grids.view"])
    return {"Authorization": f"Token {secret}"}


def get(client, token, path=AREAS, **query):
    return client.get(path, query, headers=token)


def test_json_lines_are_the_rows_of_the_pages(client, token):
    answer = get(client, token, format="jsonl", level="community")
    found = [json.loads(line) for line in answer.getvalue().decode().splitlines()]
    assert answer["Content-Type"] == "application/x-ndjson; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="area.jsonl"'
    assert found == get(client, token, level="community").json()["results"]
    assert len(found) == 4


def test_lines_by_accept_header(client, token):
    answer = client.get(AREAS, headers=token | {"Accept": "application/x-ndjson"})
    assert json.loads(answer.getvalue().splitlines()[0])["code"] == "9901"


def test_workbook_holds_codes_as_text(client, token):
    data = get(client, token, format="xlsx").getvalue()
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    codes = [row[0] for row in book.get_sheet_by_index(0).to_python()[1:]]
    with zipfile.ZipFile(BytesIO(data)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()

    assert codes == list(Area.objects.order_by("code").values_list("code", flat=True))
    assert all(isinstance(code, str) for code in codes)
    assert re.search(r'<c r="A2" s="\d+" t="inlineStr"><is><t>9901</t></is></c>', sheet)


def test_workbook_never_carries_a_formula(client, token):
    Area.objects.filter(code="990101").update(name="=1+1")
    with zipfile.ZipFile(BytesIO(get(client, token, format="xlsx").getvalue())) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
    assert "=1+1" in sheet
    assert "<f>" not in sheet


def test_workbook_too_long_is_refused_with_the_other_ways(client, token, monkeypatch):
    monkeypatch.setattr(bulk, "MOST_SHEET_ROWS", 5)
    answer = get(client, token, format="xlsx")
    assert answer.status_code == 400
    assert "format=jsonl" in answer.json()["detail"]
    assert get(client, token, format="jsonl").status_code == 200


@pytest.mark.parametrize("form", ["jsonl", "csv", "xlsx"])
def test_files_hold_the_scope_and_the_filter_alone(client, stranger, form):
    answer = get(client, key_of(stranger), format=form, level="community").getvalue()
    if form == "xlsx":
        with zipfile.ZipFile(BytesIO(answer)) as packed:
            answer = packed.read("xl/worksheets/sheet1.xml")
    assert b"990101002001" in answer
    assert b"990101001001" not in answer


@pytest.mark.parametrize("form", ["jsonl", "csv", "xlsx"])
def test_mistake_in_a_filter_is_an_error_in_json_and_no_file(client, token, form):
    answer = get(client, token, format=form, levle="community")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/json")
    assert "levle" in answer.json()["detail"]


@pytest.mark.parametrize("path", [AREAS, "/api/v1/areas/9901/", "/api/v1/statistics/indicators/"])
def test_unknown_form_is_refused_with_the_known_ones(client, token, path):
    answer = get(client, token, path, format="exe")
    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("format 只能是：json")


@pytest.mark.parametrize(
    "path", ["/api/v1/no-such/", "/api/v1/areas/one/two/", "/api/v1/rectifications/%F4%8F%97%A0+x/fail/"]
)
def test_address_that_is_none_is_an_error_in_json(client, token, path):
    answer = get(client, token, path)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")
    assert answer.json()["code"] == "not_found"


def test_one_row_is_had_as_json_alone(client, token):
    assert get(client, token, "/api/v1/areas/9901/", format="csv").status_code == 400


def more_areas(count: int) -> None:
    Area.objects.bulk_create(
        Area(code=f"990103{n:06d}", name=f"社区{n}", level_id="community", opened_on=FOUNDED)
        for n in range(count)
    )


def peak_of(client, token) -> int:
    tracemalloc.start()
    try:
        for _piece in get(client, token, format="jsonl").streaming_content:
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_of_a_stream_does_not_grow_with_the_rows(client, token):
    more_areas(2_500)
    few = peak_of(client, token)
    Area.objects.filter(code__startswith="990103").delete()
    more_areas(7_500)
    assert peak_of(client, token) < 1.5 * few


def test_place_is_given_back_at_the_end_and_after_a_refusal(client, token, settings, monkeypatch):
    settings.HEAVY_CALLS_AT_ONCE = 1
    for form in ("jsonl", "csv", "xlsx"):
        assert get(client, token, format=form).getvalue()
    monkeypatch.setattr(bulk, "MOST_SHEET_ROWS", 5)
    assert get(client, token, format="xlsx").status_code == 400
    assert get(client, token, format="jsonl").status_code == 200


def test_place_is_given_back_when_the_client_hangs_up():
    given_back = []
    place = ExitStack()
    place.callback(given_back.append, True)
    stream = bulk.Held([b"1", b"2"], place)

    assert next(iter(stream)) == b"1"
    stream.close()

    assert given_back == [True]


def test_refused_heavy_call_says_when_to_come_again(client, token, settings):
    settings.HEAVY_CALLS_AT_ONCE = 0
    answer = get(client, token, format="jsonl")
    assert (answer.status_code, answer["Retry-After"]) == (429, "3")
    assert answer.json()["code"] == "throttled"
    assert get(client, token).status_code == 200


def test_without_a_cache_files_are_given(client, token, settings):
    nowhere = {"LOCATION": "redis://127.0.0.1:1/0"}
    settings.CACHES = {"default": settings.CACHES["default"] | nowhere}
    assert get(client, token, format="jsonl").status_code == 200


def ask(live_server, token: dict, query: str) -> tuple[int, str | None]:
    place = urlsplit(live_server.url)
    talk = HTTPConnection(place.hostname, place.port)
    try:
        talk.request("GET", f"{AREAS}?{query}", headers=token | {"Connection": "close"})
        answer = talk.getresponse()
        answer.read()
        return answer.status, answer.headers.get("Retry-After")
    finally:
        talk.close()


def test_two_hundred_heavy_calls_of_one_token_hold_up_nobody_else(live_server, client):
    official = make_user("city_official", make_country()["9901"])
    greedy, other = key_of(official, "贪心"), key_of(official, "另一个")
    under_way = [get(client, greedy, format="jsonl") for _n in range(2)]

    with ThreadPoolExecutor(24) as pool:
        heavy = [pool.submit(ask, live_server, greedy, "format=jsonl") for _n in range(200)]
        beside = [pool.submit(ask, live_server, other, "size=1&format=json") for _n in range(20)]
        files = [ask(live_server, other, "format=csv") for _n in range(3)]
        refused = {call.result() for call in heavy}
    for stream in under_way:
        stream.close()

    assert [stream.status_code for stream in under_way] == [200, 200]
    assert refused == {(429, "3")}
    assert {call.result() for call in beside} == {(200, None)}
    assert files == [(200, None)] * 3
    assert ask(live_server, greedy, "format=jsonl") == (200, None)
