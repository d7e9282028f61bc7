"""Several figures in one call: the same numbers as one by one, within bounds, and kept by whoever has them already."""

import csv
import json
from datetime import date, timedelta
from io import BytesIO, StringIO
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from governance.areas.models import Area
from governance.kernel.days import today
from governance.statistics import facts, questions, registry, snapshots, stocks
from governance.statistics.counting import AREA, DAY, MONTH
from governance.statistics.definitions import Stock
from governance.statistics.reading import WEEK, Span, read_areas, read_values, slots, span_of
from tests.statistics import sample
from tests.statistics.sample import BY_KEY, Call, call
from tests.statistics.test_api import client_of

MATRIX, VALUES = "/api/v1/statistics/matrix/", "/api/v1/statistics/values/"
NOON = "2026-06-15 04:00Z"
TODAY = date(2026, 6, 15)
TWO = "sample.count,sample.unsolved_share"


@pytest.fixture
def now(time_machine):
    time_machine.move_to(NOON, tick=False)


@pytest.fixture
def calls(city, now):
    """Some hundred calls of two years all over the city, some of them on areas that have areas below."""
    chance = Random(7)
    places = [*sample.GRIDS, sample.TOWN, sample.EAST, sample.CITY]
    days = [TODAY - timedelta(days=chance.randrange(730)) for _n in range(120)]
    Call.objects.bulk_create(
        call(
            chance.choice(places),
            day,
            homes=chance.randrange(1, 9),
            outcome=chance.choice(["", "solved"]),
            solved_on=chance.choice([None, min(TODAY, day + timedelta(days=chance.randrange(40)))]),
        )
        for day in days
    )


@pytest.fixture
def client(calls):
    return client_of("api_client", sample.CITY)


def areas(*codes) -> list[Area]:
    found = {area.code: area for area in Area.objects.select_related("level")}
    return [found[code] for code in codes]


def matrix(client, indicator=TWO, area=f"{sample.EAST},{sample.WEST}", headers=None, **query):
    return client.get(MATRIX, {"indicator": indicator, "area": area, **query}, headers=headers)


@pytest.mark.parametrize("drained", [False, True])
@pytest.mark.parametrize("by", [None, AREA, DAY, WEEK, MONTH])
@pytest.mark.parametrize(
    "span",
    [
        span_of(date(2025, 3, 10), TODAY, TODAY),
        span_of(date(2026, 1, 7), date(2026, 5, 20), date(2026, 5, 20)),
        Span(date(2026, 1, 7), date(2026, 5, 20), date(2026, 5, 20), drawn_on=TODAY),
    ],
    ids=["today", "past day", "past day on boundaries of today"],
)
def test_many_areas_read_as_each_by_itself(calls, span, by, drained):
    for day in (date(2026, 4, 30), date(2026, 5, 10)):
        snapshots.take_snapshots(day)
    if drained:
        facts.drain()
    wanted, asked = list(BY_KEY.values()), areas(*sample.CODES)

    together = read_areas(wanted, areas=asked, span=span, by=by)

    one_by_one = [read_values(wanted, area=area, span=span, by=by) for area in asked]
    assert together == [reading for readings in one_by_one for reading in readings]


@pytest.mark.parametrize("by", [None, AREA])
def test_kept_stocks_are_taken_for_many_areas_in_one_statement(calls, by, django_assert_num_queries):
    wanted = [one for one in BY_KEY.values() if isinstance(one.numerator.source, Stock)]
    asked, span = areas(sample.CITY, sample.EAST, sample.WEST), span_of(as_of=TODAY)
    live = read_areas(wanted, areas=asked, span=span, by=by)
    stocks.rebuild(list(registry.stocks().values()))

    with django_assert_num_queries(2 if by else 1):
        assert read_areas(wanted, areas=asked, span=span, by=by) == live
    assert any(reading.numerator for reading in live)


def test_weeks_add_up_to_the_whole(calls):
    span = span_of(date(2025, 12, 3), TODAY, TODAY)
    [whole] = read_values([BY_KEY["sample.count"]], area=areas(sample.CITY)[0], span=span, by=WEEK)
    assert sum(row.numerator for row in whole.rows) == whole.numerator > 0
    assert [row.key for row in whole.rows][:2] == ["2025-W49", "2025-W50"]
    assert "2026-W01" in [slot.label for slot in slots(WEEK, span.period)]


def test_matrix_gives_areas_in_order_and_in_each_the_indicators(client):
    answer = matrix(client).json()
    found = [(row["area"], row["indicator"]) for row in answer["results"]]
    first, second = TWO.split(",")
    assert answer["count"] == 4
    assert found == [(sample.EAST, first), (sample.EAST, second), (sample.WEST, first), (sample.WEST, second)]


def test_repeated_parameters_and_commas_are_the_same(client):
    repeated = {"indicator": TWO.split(","), "area": [sample.EAST, sample.WEST]}
    assert client.get(MATRIX, repeated).json() == matrix(client).json()


def test_every_value_of_the_matrix_is_the_one_of_its_own_address(client):
    for row in matrix(client, by="month", compare="year").json()["results"]:
        asked = {"indicator": row["indicator"], "area": row["area"], "by": "month", "compare": "year"}
        assert client.get(VALUES, asked).json() == row


def test_number_of_statements_does_not_grow(client):
    matrix(client)
    few, many = [], []
    for found, codes in ((few, sample.CODES[:2]), (many, sample.CODES)):
        with CaptureQueriesContext(connection) as queries:
            assert matrix(client, area=",".join(codes), by="area").status_code == 200
        found.extend(queries)
    assert len(few) == len(many) <= 5


def test_compare_gives_the_same_days_of_the_year_before(client):
    span = {"from": "2026-01-01", "to": "2026-05-31"}
    now = client.get(
        VALUES, {"indicator": "sample.count", "area": sample.CITY, **span, "compare": "year"}
    ).json()
    earlier = {"from": "2025-01-01", "to": "2025-05-31"}
    before = client.get(VALUES, {"indicator": "sample.count", "area": sample.CITY, **earlier}).json()
    assert now["before"] == {
        "from": "2025-01-01", "to": "2025-05-31", "as_of": "2025-06-15",
        "numerator": before["numerator"], "denominator": None, "value": before["value"],
    }  # fmt: skip
    assert now["change"] == now["value"] - before["value"]
    assert now["change_rate"] == round(now["change"] * 100 / before["value"], 4)


def test_rows_stand_beside_those_of_the_year_before(client):
    asked = {"indicator": "sample.count", "area": sample.CITY, "from": "2026-03-01", "to": "2026-05-31"}
    earlier = client.get(VALUES, {**asked, "from": "2025-03-01", "to": "2025-05-31", "by": "month"}).json()[
        "rows"
    ]
    rows = client.get(VALUES, {**asked, "by": "month", "compare": "year"}).json()["rows"]
    assert [row["before"] for row in rows] == [row["value"] for row in earlier]
    leap = client.get(
        VALUES, {**asked, "from": "2024-02-28", "to": "2024-03-01", "by": "day", "compare": "year"}
    )
    assert [(row["day"], row["before"]) for row in leap.json()["rows"]][1] == ("2024-02-29", None)


def test_nothing_a_year_before_is_no_rate(client):
    asked = {"indicator": "sample.count", "area": sample.CITY, "from": "2025-01-01", "to": "2025-02-28"}
    answer = client.get(VALUES, asked | {"compare": "year"}).json()
    assert (answer["before"]["value"], answer["change_rate"]) == (0, None)


def test_boundaries_of_today_let_a_past_day_be_read_for_a_young_area(client):
    Area.objects.filter(code=sample.WEST).update(opened_on=date(2026, 6, 1))
    asked = {"indicator": "sample.unsolved_count", "area": sample.WEST, "as_of": "2026-05-01"}
    early = client.get(VALUES, asked)
    assert early.status_code == 400
    assert "2026-06-01" in early.json()["detail"]
    assert client.get(VALUES, asked | {"boundaries": "today"}).json()["as_of"] == "2026-05-01"


def test_young_area_of_somebody_else_is_not_found(calls):
    Area.objects.filter(code=sample.WEST).update(opened_on=date(2026, 6, 1))
    asked = {"indicator": "sample.count", "area": sample.WEST, "as_of": "2026-05-01"}
    assert client_of("county_official", sample.EAST).get(VALUES, asked).status_code == 404


@pytest.mark.parametrize("path", [VALUES, MATRIX])
@pytest.mark.parametrize("form", ["json", "csv", "jsonl", "xlsx"])
def test_what_has_not_changed_is_not_sent_again(client, path, form):
    asked = {"indicator": "sample.count", "area": sample.EAST, "by": "area", "format": form}
    first = client.get(path, asked)
    again = client.get(path, asked, headers={"If-None-Match": first["ETag"]})
    call(sample.GRIDS[0], TODAY).save()
    changed = client.get(path, asked, headers={"If-None-Match": first["ETag"]})

    assert first["Cache-Control"] == "private, no-cache"
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert (changed.status_code, changed["ETag"] != first["ETag"]) == (200, True)
    for answer in (first, changed):
        answer.close()


def test_forms_and_languages_have_tags_of_their_own(client):
    asked = {"indicator": "sample.count", "area": sample.EAST}
    plain = client.get(VALUES, asked)["ETag"]
    assert client.get(VALUES, asked | {"format": "csv"})["ETag"] != plain
    assert client.get(VALUES, asked, headers={"Accept-Language": "en"})["ETag"] != plain


def test_tag_opens_nothing_to_whom_the_area_is_closed(client):
    asked = {"indicator": "sample.count", "area": sample.WEST}
    tag = client.get(VALUES, asked)["ETag"]
    stranger = client_of("county_official", sample.EAST)
    assert stranger.get(VALUES, asked, headers={"If-None-Match": tag}).status_code == 404
    assert stranger.get(VALUES, asked, headers={"If-None-Match": "*"}).status_code == 404


def lines(answer) -> list[dict]:
    return [json.loads(line) for line in answer.getvalue().decode().splitlines()]


def test_json_lines_are_the_values_one_a_line(client):
    answer = matrix(client, by="area", format="jsonl")
    assert answer["Content-Type"] == "application/x-ndjson; charset=utf-8"
    assert lines(answer) == matrix(client, by="area").json()["results"]


def test_tables_hold_a_line_for_every_row_with_codes_as_text(client):
    results = matrix(client, by="area", compare="year").json()["results"]
    wanted = [
        [result["indicator"], result["area"], row["area"], row["name"], row["numerator"], row["denominator"],
         row["value"], row["before"]]
        for result in results for row in result["rows"]
    ]  # fmt: skip
    answer = matrix(client, by="area", compare="year", format="xlsx")
    head, *rows = CalamineWorkbook.from_filelike(BytesIO(answer.getvalue())).get_sheet_by_index(0).to_python()
    text = matrix(client, by="area", compare="year", format="csv").getvalue().decode("utf-8-sig")
    _head, *in_csv = csv.reader(StringIO(text))

    assert head == ["indicator", "in_area", "area", "name", "numerator", "denominator", "value", "before"]
    assert [row[:4] for row in rows] == [row[:4] for row in wanted]
    assert all(isinstance(row[1], str) and isinstance(row[2], str) for row in rows)
    assert [[number for number in row[4:] if number != ""] for row in rows] == [
        [number for number in row[4:] if number is not None] for row in wanted
    ]
    assert [row[:4] for row in in_csv] == [row[:4] for row in wanted]
    assert f'"{sample.EAST}"' in text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"indicator": ",".join(f"a.b{n}" for n in range(51))}, "50"),
        ({"area": ",".join(str(640000000000 + n) for n in range(10_000))}, "200"),
        ({"indicator": ""}, "indicator"),
        ({"indicator": "sample.count,no.such"}, "indicator"),
        ({"indicator": "sample.count,"}, "indicator"),
        ({"from": "1926-01-01"}, "10"),
        ({"from": "2026-06-02", "to": "2026-06-01"}, "2026-06-02"),
        ({"as_of": "2019-12-31"}, "2020-01-01"),
        ({"as_of": "9" * 400}, "as_of"),
        ({"boundaries": "yesterday"}, "boundaries"),
        ({"compare": "month"}, "compare"),
        ({"by": "person"}, "by"),
        ({"format": "exe"}, "jsonl"),
        ({"area": "64\x001"}, "字符"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_wrong_matrix_is_refused_with_the_reason(client, query, said):
    answer = matrix(client, **query)
    assert answer.status_code == 400
    assert said in answer.json()["detail"]


def test_too_many_numbers_are_refused_before_anything_is_counted(client, monkeypatch):
    monkeypatch.setattr(questions, "MOST_NUMBERS", 100)
    assert matrix(client, **{"by": "day", "from": "2026-06-01"}).status_code == 200
    answer = matrix(client, by="day")
    assert answer.status_code == 400
    assert "100" in answer.json()["detail"]


@pytest.mark.parametrize("area", ["", f"{sample.EAST},9999", f"{sample.EAST},", "６４０１"])
def test_matrix_with_an_unknown_area_is_not_found(client, area):
    assert matrix(client, area=area).status_code == 404


@pytest.mark.parametrize("query", [{"indicator": TWO}, {"area": [sample.EAST, sample.WEST]}])
def test_several_at_the_address_of_one_are_sent_to_the_matrix(client, query):
    answer = client.get(VALUES, {"indicator": "sample.count", "area": sample.EAST, **query})
    assert answer.status_code == 400
    assert "statistics/matrix/" in answer.json()["detail"]


def test_a_stranger_reads_no_matrix(calls):
    official = client_of("county_official", sample.EAST)
    assert matrix(official).status_code == 404
    assert matrix(official, area=f"{sample.EAST},{sample.TOWN}").status_code == 200
    assert matrix(client_of("auditor", sample.CITY)).status_code == 403
    assert today() == TODAY
