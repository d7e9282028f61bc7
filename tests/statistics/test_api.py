import csv
from datetime import date, timedelta
from io import StringIO
from urllib.parse import parse_qs, urlparse

import pytest
from rest_framework.test import APIClient

from governance.areas.models import Area
from governance.kernel.days import today
from tests.factories.areas import make_area
from tests.factories.people import make_user
from tests.statistics.sample import Call, call

INDICATORS = "/api/v1/statistics/indicators/"
VALUES = "/api/v1/statistics/values/"


def client_of(role: str, code: str) -> APIClient:
    client = APIClient()
    client.force_authenticate(make_user(role, Area.objects.get(code=code)))
    return client


@pytest.fixture
def client(city):
    make_area("9901")
    return client_of("api_client", "6401")


@pytest.fixture
def calls(city):
    Call.objects.bulk_create(
        [
            call("640101001001001", today()),
            call("640101001001002", today(), outcome="solved", solved_on=today()),
            call("640102001001001", today() - timedelta(days=364)),
            call("640102001001001", today() - timedelta(days=365)),
        ]
    )


def value(client, indicator="sample.count", area="6401", **query):
    return client.get(VALUES, {"indicator": indicator, "area": area, **query})


def test_dictionary_gives_every_definition(client):
    found = {row["key"]: row for row in client.get(INDICATORS).json()}
    assert found["sample.solved_share"] == {
        "key": "sample.solved_share",
        "name": "sample.solved_share",
        "unit": "%",
        "block": "visits",
        "kind": "flow",
        "per": 100,
        "formula": "sample.solved_share formula",
        "numerator": "sample.solved_share numerator",
        "denominator": "sample.solved_share denominator",
        "levels": ["city", "county", "township", "community", "grid", "building"],
        "records": ["call"],
        "timing": "期内发生数，随记录实时变动",
        "owner": "owner",
        "lowest": 0,
        "highest": 100,
        "on_board": True,
        "version": None,
        "since": None,
        "versions": [],
        "alternatives": [],
        "published": "sample.solved_share",
    }
    assert found["sample.unsolved_count"]["kind"] == "stock"
    assert found["sample.unsolved_count"]["denominator"] is None


def test_flow_without_dates_covers_the_last_365_days(client, calls):
    answer = value(client, "sample.solved_share").json()
    lists = answer.pop("lists")
    assert answer == {
        "indicator": "sample.solved_share",
        "area": "6401",
        "from": (today() - timedelta(days=364)).isoformat(),
        "to": today().isoformat(),
        "as_of": today().isoformat(),
        "unit": "%",
        "numerator": 1,
        "denominator": 3,
        "value": 33.3333,
        "rows": [],
    }
    behind = parse_qs(urlparse(lists["numerator"]).query)
    asked = {"area": ["6401"], "from": [answer["from"]], "to": [answer["to"]], "count": ["exact"]}
    assert behind == {"kind": ["sample"], **asked}
    assert lists["numerator"].startswith("http://testserver/api/v1/")


def test_stock_stands_as_of_today(client, calls):
    answer = value(client, "sample.unsolved_share").json()
    assert (answer["from"], answer["to"], answer["as_of"]) == (None, None, today().isoformat())
    assert (answer["numerator"], answer["denominator"], answer["value"]) == (3, 4, 75.0)


def test_share_without_denominator_rows_is_null(client):
    assert value(client, "sample.solved_share").json()["value"] is None


def test_by_area_lists_every_child(client, calls):
    rows = value(client, by="area").json()["rows"]
    assert [(row["area"], row["numerator"]) for row in rows] == [("640101", 2), ("640102", 1)]
    assert set(rows[0]) == {"area", "name", "numerator", "denominator", "value"}


def test_by_day_and_by_month(client, calls):
    since = {"from": (today() - timedelta(days=1)).isoformat(), "to": today().isoformat()}
    assert [row["numerator"] for row in value(client, by="day", **since).json()["rows"]] == [0, 2]
    months = value(client, by="month", **since).json()["rows"]
    assert months[-1] == {
        "month": f"{today():%Y-%m}", "name": f"{today():%Y-%m}", "numerator": 2, "denominator": None, "value": 2
    }  # fmt: skip


@pytest.mark.parametrize(
    "query",
    [
        {"indicator": "no.such_key"},
        {"indicator": "sample.count\x00"},
        {"indicator": ""},
        {"from": "2026-02-30"},
        {"from": "20260101"},
        {"to": "yesterday"},
        {"as_of": "２０２６-01-01"},
        {"from": "2026-02-01", "to": "2026-01-01"},
        {"from": "2010-01-01", "to": "2026-01-01"},
        {"as_of": "2999-01-01"},
        {"by": "person"},
        {"colour": "red"},
    ],
)
def test_wrong_question_is_refused_with_the_reason(client, query):
    answer = client.get(VALUES, {"indicator": "sample.count", "area": "6401", **query})
    assert answer.status_code == 400
    assert answer.json()["detail"]


@pytest.mark.parametrize("area", ["", "9999", "640101001001009", "abc", "６４０１", "9" * 30, "9901"])
def test_unknown_or_foreign_area_is_not_found(client, area):
    assert value(client, area=area).status_code == 404


def test_scope_is_the_posts_subtree(calls):
    official = client_of("county_official", "640101")
    assert value(official, area="640101").json()["numerator"] == 2
    assert value(official, area="640101001001001").json()["numerator"] == 1
    assert value(official, area="640102").status_code == 404
    assert value(official, area="6401").status_code == 404


def test_without_the_right_nothing_is_shown(city):
    auditor = client_of("auditor", "6401")
    assert value(auditor).status_code == 403
    assert auditor.get(INDICATORS).status_code == 403
    assert APIClient().get(INDICATORS).status_code == 401


@pytest.mark.parametrize("ask", [{"format": "csv"}, {"accept": "text/csv"}])
def test_csv_has_the_rows_with_codes_as_text(client, calls, ask):
    accept = {"headers": {"accept": ask.pop("accept")}} if "accept" in ask else {}
    answer = client.get(VALUES, {"indicator": "sample.count", "area": "6401", "by": "area", **ask}, **accept)
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    text = answer.getvalue().decode("utf-8-sig")
    assert '"640101",' in text
    rows = list(csv.DictReader(StringIO(text)))
    assert [(row["area"], row["numerator"], row["value"]) for row in rows] == [
        ("640101", "2", "2"),
        ("640102", "1", "1"),
    ]


def test_csv_never_carries_a_formula(client, calls):
    Area.objects.filter(code="640101").update(name="=1+1")
    text = value(client, by="area", format="csv").getvalue().decode()
    assert "'=1+1" in text


def test_past_day_is_accepted(client, calls):
    answer = value(client, as_of=date(2026, 1, 1).isoformat())
    assert answer.status_code == 200
    assert answer.json()["to"] == "2026-01-01"


def test_a_reading_takes_few_statements(client, calls, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        value(client, by="area")
