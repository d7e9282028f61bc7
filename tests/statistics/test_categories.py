"""A figure by the categories of its rows adds up to the figure, and every category opens its list."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.kernel.days import today
from governance.statistics import registry
from governance.statistics.categories import MOST_SORTS, break_down, cut_of
from governance.statistics.reading import read_value, span_of
from grids.models import Event, EventCategory
from tests.factories import events, grids
from tests.factories.people import make_user
from tests.factories.safety import make_restricted
from tests.statistics import listed
from tests.statistics.rows import OWN, make_rows

CUT = [key for key, indicator in registry.indicators().items() if cut_of(indicator)]
API = "/api/v1/statistics/categories/"


@pytest.fixture
def official(country):
    return make_user("city_official", country["9901"])


@pytest.fixture
def desk(official):
    client = Client()
    client.force_login(official)
    return client


def of(key: str, area, user):
    return break_down(read_value(registry.indicators()[key], area=area, span=span_of()), user)


def test_events_disputes_visits_needs_and_errands_have_categories():
    assert {"events.count", "disputes.handled_count", "visits.count", "needs.solved_count"} <= set(CUT)
    assert any(key.startswith("errands.") for key in CUT)
    assert "grids.count" not in CUT


def test_categories_add_up_to_every_figure_that_has_them(country, official, desk):
    make_rows(country)
    differing = {}
    for key in CUT:
        found = of(key, country["9901"], official)
        opened = [
            listed.of_page(desk, sort.url, found.reading.indicator.numerator.rows) for sort in found.sorts
        ]
        if found.total != found.reading.numerator or opened != [sort.count for sort in found.sorts]:
            differing[key] = (found.reading.numerator, found, opened)
    assert differing == {}
    assert sum(of(key, country["9901"], official).total > 0 for key in CUT) > len(CUT) // 2


def test_the_largest_come_first_and_the_rest_are_others(country, official):
    grid = country[OWN]
    codes = [f"Z{number:02}" for number in range(MOST_SORTS + 2)]
    for number, code in enumerate(codes):
        category = EventCategory.objects.create(code=code, name=f"类{number}")
        for _event in range(number + 1):
            Event.objects.filter(pk=events.make_event(grid).pk).update(category=category)

    found = of("events.count", country["9901"], official)

    assert [sort.key for sort in found.sorts] == codes[:1:-1]
    assert found.rest == 1 + 2
    assert sum(sort.share for sort in found.sorts) + found.rest_share == pytest.approx(100, abs=0.01)


def test_categories_of_restricted_disputes_are_not_told(country):
    grid = country[OWN]
    make_restricted(grid)
    deputy = make_user("street_deputy", country["990101001"])
    supervisor = make_user("city_official", country["9901"])

    hidden = of("disputes.handled_count", country["990101001"], deputy)

    assert (
        hidden.total
        == hidden.reading.numerator
        == of("disputes.handled_count", country["990101001"], supervisor).total
    )
    assert hidden.withheld + sum(sort.count for sort in hidden.sorts) == hidden.total


def test_the_block_counts_in_as_many_statements_for_more_rows(country, desk):
    address = reverse("statistics:categories", args=["visits.count"])
    household = grids.make_household(country[f"{OWN}001"])
    grids.make_visit(household)
    desk.get(address)
    with CaptureQueriesContext(connection) as few:
        shown = desk.get(address)
    for way in ("home", "phone", "street"):
        grids.make_visit(household, way=way)
    with CaptureQueriesContext(connection) as many:
        desk.get(address)

    assert len(many) == len(few)
    assert "按类别" in shown.content.decode()


def test_board_and_explanation_lead_to_the_categories_where_there_are_some(country, desk):
    block = reverse("statistics:categories", args=["visits.count"])
    for address in ("/board/?indicator=visits.count", "/board/explain/visits.count/"):
        assert block in desk.get(address).content.decode()
    for address in ("/board/?indicator=grids.count", "/board/explain/grids.count/"):
        assert "board/categories" not in desk.get(address).content.decode()


def test_the_block_alone_answers_the_board(country, desk):
    part = desk.get(reverse("statistics:categories", args=["visits.count"]), headers={"hx-request": "true"})
    assert "<html" not in part.content.decode()
    assert "这段时间没有数据" in part.content.decode()


def test_past_days_are_broken_down_as_they_are_counted(country, official, desk):
    grids.make_visit(grids.make_household(country[f"{OWN}001"]), ago=40)
    query = {"area": "9901", "from": "2020-01-01", "to": today().isoformat()}
    assert desk.get(reverse("statistics:categories", args=["visits.count"]), query).status_code == 200
    assert of("visits.count", country["9901"], official).total == 1


@pytest.mark.parametrize(
    ("key", "query", "status"),
    [
        ("grids.count", {}, 404),
        ("no.such", {}, 404),
        ("visits.count", {"colour": "red"}, 400),
        ("visits.count", {"from": "2026-02-01", "to": "2026-01-01"}, 400),
        ("visits.count", {"area": "8888"}, 404),
    ],
)
def test_what_cannot_be_broken_down_says_so(country, desk, key, query, status):
    assert desk.get(reverse("statistics:categories", args=[key]), query).status_code == status


def test_who_may_not_open_the_list_sees_no_categories(country):
    client = Client()
    client.force_login(make_user("deeds_officer", country["9901"]))
    assert "board/categories" not in client.get("/board/?indicator=visits.count").content.decode()
    assert client.get(reverse("statistics:categories", args=["visits.count"])).status_code == 403


def test_api_gives_the_same_categories(country, official, desk):
    grids.make_visit(grids.make_household(country[f"{OWN}001"]), way="home")
    found = of("visits.count", country["9901"], official)

    said = desk.get(API, {"indicator": "visits.count", "area": "9901"}).json()

    assert said == {
        "indicator": "visits.count",
        "area": "9901",
        "total": 1,
        "categories": [{"key": "home", "name": found.sorts[0].name, "count": 1, "share": 100.0}],
        "rest": 0,
        "withheld": 0,
    }
    assert desk.get(API, {"indicator": "grids.count"}).status_code == 404
    assert desk.get(API, {"indicator": "visits.count", "colour": "red"}).status_code == 400
