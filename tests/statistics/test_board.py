"""The board and its explanations, as pages."""

import json
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.areas.models import Area
from governance.kernel.days import today
from governance.statistics import registry, snapshots, stocks
from governance.statistics.models import RoleBoard
from tests.factories.areas import make_area
from tests.factories.people import make_user
from tests.statistics import sample
from tests.statistics.sample import Call, call


@pytest.fixture
def calls(city):
    Call.objects.bulk_create(
        [call(code, today() - timedelta(days=n)) for code in sample.GRIDS for n in range(0, 60, 7)]
    )


def client_of(role: str, code: str) -> Client:
    client = Client()
    client.force_login(make_user(role, Area.objects.get(code=code)))
    return client


def chart(page, kind: str) -> dict:
    found = re.search(rf'<script id="board-{kind}-data"[^>]*>(.*?)</script>', page.content.decode(), re.S)
    return json.loads(found[1])


BOARD = reverse("statistics:board")


def test_board_opens_at_the_highest_area_of_the_user(calls):
    page = client_of("county_official", sample.EAST).get(BOARD)
    assert page.context["area"].code == sample.EAST
    assert page.status_code == 200


def test_board_drills_from_city_to_grid_by_the_links_of_the_map(calls):
    client = client_of("city_official", sample.CITY)
    address, path = f"{BOARD}?indicator=sample.count", []
    for _level in range(4):
        page = client.get(address)
        path.append(page.context["area"].code)
        address = page.context["charts"]["map"].cells[0].url
    path.append(client.get(address).context["area"].code)
    assert path == [sample.CITY, sample.EAST, sample.TOWN, "640101001001", sample.GRIDS[0]]


def test_tile_shows_what_the_api_gives(calls):
    client = client_of("city_official", sample.CITY)
    RoleBoard.objects.create(role=None, indicators=list(sample.BY_KEY))
    for key, tile in zip(sample.BY_KEY, client.get(BOARD).context["tiles"], strict=True):
        asked = {"indicator": key, "area": sample.CITY}
        answer = client.get("/api/v1/statistics/values/", asked).json()
        for side in ("numerator", "denominator", "value"):
            assert tile[side] == answer[side], (key, side)


@pytest.mark.parametrize("route", ["statistics:board", "statistics:explain"])
def test_another_county_is_not_found(calls, route):
    url = reverse(route, args=["sample.count"] if route.endswith("explain") else [])
    client = client_of("county_official", sample.EAST)
    assert client.get(url, {"area": sample.EAST}).status_code == 200
    assert client.get(url, {"area": sample.WEST}).status_code == 404
    assert client.get(url, {"area": sample.CITY}).status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        {"as_of": "soon"},
        {"person": "1"},
        {"as_of": "2999-01-01"},
        {"indicator": "no.such"},
        {"period": "eternity"},
        {"period": "fixed"},
        {"grain": "hour"},
        {"from": "2026-02-01", "to": "2026-01-01"},
        {"from": "1926-01-01"},
    ],
)
def test_nonsense_is_refused_with_a_page(calls, query):
    assert client_of("city_official", sample.CITY).get(BOARD, query).status_code == 400


def test_ranking_leaves_out_small_denominators_and_names_units_only(calls):
    Call.objects.filter(area_code=sample.GRIDS[2]).exclude(called_on=today()).delete()
    client = client_of("city_official", sample.CITY)
    rank = chart(client.get(BOARD, {"indicator": "sample.solved_share"}), "rank")
    assert rank["labels"] == [f"区{sample.EAST}"]
    assert rank["counts"] == [18]


def test_explanation_shows_both_sides_their_lists_and_the_rows(calls):
    page = client_of("city_official", sample.CITY).get(
        reverse("statistics:explain", args=["sample.solved_share"]), {"area": sample.CITY}
    )
    text = page.content.decode()
    assert "sample.solved_share formula" in text
    assert "sample.solved_share numerator" in text
    assert "sample.solved_share denominator" in text
    assert [row.key for row, _url in page.context["links"]["rows"]] == [sample.EAST, sample.WEST]
    assert page.context["lists"]["numerator"].startswith("/board/?kind=sample&area=6401&from=")


def test_explanation_says_when_the_figure_last_changed(calls):
    client = client_of("city_official", sample.CITY)
    flow = client.get(reverse("statistics:explain", args=["sample.count"]), {"area": sample.CITY})
    assert flow.context["change"].day == today()
    yesterday = today() - timedelta(days=1)
    snapshots.take_snapshots(yesterday)
    stock = client.get(reverse("statistics:explain", args=["sample.unsolved_count"]), {"area": sample.CITY})
    assert (stock.context["change"].day, stock.context["change"].before) == (yesterday, 24)


def test_unknown_indicator_has_no_explanation(calls):
    page = client_of("city_official", sample.CITY).get(reverse("statistics:explain", args=["no.such"]))
    assert page.status_code == 404


@pytest.mark.parametrize("is_asked", [False, True])
def test_board_takes_at_most_twenty_statements(calls, is_asked, django_assert_max_num_queries):
    query = {"area": "6401", "as_of": today().isoformat()} if is_asked else {}
    client = client_of("city_official", sample.CITY)
    client.get(BOARD)
    with django_assert_max_num_queries(20):
        assert client.get(BOARD, query).status_code == 200


def test_board_takes_as_many_statements_for_more_areas(calls, django_assert_num_queries):
    client = client_of("city_official", sample.CITY)
    stocks.rebuild(list(registry.stocks().values()))
    client.get(BOARD)
    with CaptureQueriesContext(connection) as few:
        client.get(BOARD)
    for n in range(3, 9):
        make_area(f"64010{n}")
    stocks.rebuild(list(registry.stocks().values()))
    with django_assert_num_queries(len(few)):
        client.get(BOARD)
    assert len(few) <= 16


def test_a_list_that_is_not_for_this_person_is_not_linked(country):
    RoleBoard.objects.create(role=None, indicators=["grids.staffed_share"])
    for role, named in (("deeds_officer", False), ("city_official", True)):
        user = make_user(role, country["9901"])
        client = Client()
        client.force_login(user)
        page = client.get(reverse("statistics:explain", args=["grids.staffed_share"]))
        assert bool(page.context["lists"]["numerator"]) is named
        [tile] = [tile for tile in client.get(BOARD).context["tiles"] if tile["name"] == "网格员配备率"]
        assert tile["url"].startswith(reverse("grids:grid_list") if named else reverse("statistics:board"))


def test_group_shows_what_the_board_leaves_out_with_its_formula(country, client):
    client.force_login(make_user("city_official", country["9901"]))

    page = client.get(reverse("statistics:group", args=["disputes"]))

    shown = [line["reading"].indicator.key for line in page.context["lines"]]
    assert "disputes.raw_resolution_rate" in shown
    assert not registry.indicators()["disputes.raw_resolution_rate"].on_board
    assert str(registry.indicators()["disputes.raw_resolution_rate"].formula) in page.content.decode()


def test_unknown_group_is_not_found(country, client):
    client.force_login(make_user("city_official", country["9901"]))

    assert client.get(reverse("statistics:group", args=["nothing"])).status_code == 404
