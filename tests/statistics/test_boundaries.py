"""Figures on the boundaries of a past day: what re-cuts since, and late entries, make of them."""

from datetime import date, timedelta

import pytest

from governance.areas.actions import Part, close_area, merge_areas, move_area, open_area, split_area
from governance.areas.models import Area, AreaKeeper
from governance.statistics import registry
from governance.statistics.counting import AREA
from governance.statistics.reading import read_value, span_of
from tests.factories.communities import make_assignment
from tests.factories.grids import make_grid, make_household, make_visit
from tests.factories.people import hold, make_user

NOON = "2026-06-15 04:00Z"
TODAY = date(2026, 6, 15)
GRID, NEXT = "990101001001001", "990101001001002"


@pytest.fixture(autouse=True)
def _now(time_machine):
    time_machine.move_to(NOON, tick=False)


@pytest.fixture
def manager(country):
    return make_user("system_admin", country["9901"])


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def visits(area: Area, as_of: date) -> dict[str, int]:
    """The visits of an area by the areas below it, its own under its own code."""
    area = Area.objects.select_related("level").get(pk=area.pk)
    found = read_value(registry.indicators()["visits.count"], area=area, span=span_of(as_of=as_of), by=AREA)
    return {row.key: row.numerator for row in found.rows if row.numerator}


def test_an_area_merged_twice_lies_on_each_day_with_the_heir_of_that_day(country, manager):
    make_visit(make_household(country[f"{GRID}001"]), ago=20)
    building, second = country[f"{GRID}001"], country[f"{GRID}002"]
    third = country[f"{NEXT}001"]
    merge_areas([building], by=manager, on=ago(10), into=second)
    second.refresh_from_db()
    merge_areas([second], by=manager, on=ago(5), into=third)

    community = country["990101001001"]
    assert visits(community, ago(8)) == {GRID: 1}
    assert visits(community, ago(5)) == {NEXT: 1} == visits(community, TODAY)
    heirs = AreaKeeper.objects.filter(area=building).order_by("valid").values_list("keeper", flat=True)
    assert list(heirs) == [second.pk, third.pk]


def test_what_an_area_closed_without_an_heir_has_on_record_stays_where_it_was(country, manager):
    make_visit(make_household(country[f"{GRID}001"]), ago=20)
    close_area(country[f"{GRID}001"], by=manager, on=ago(10))
    close_area(country[f"{GRID}002"], by=manager, on=ago(10))
    close_area(country[GRID], by=manager, on=ago(9))

    community = country["990101001001"]
    assert visits(community, ago(9)) == {community.code: 1} == visits(community, TODAY)
    assert visits(country["9901"], ago(10)) == {"990101": 1}


def test_a_late_entry_of_an_area_opened_since_lies_where_that_was_opened(country, manager):
    opened = open_area(country[GRID], by=manager, on=ago(3), name="新楼院")
    make_visit(make_household(opened), ago=30)

    assert visits(country["9901"], ago(20)) == {"990101": 1}
    assert visits(country[GRID], ago(20)) == {GRID: 1}
    assert visits(country[GRID], TODAY) == {opened.code: 1}


def test_an_area_moved_on_the_day_it_was_opened_changes_no_day_before(country, manager):
    opened = open_area(country[GRID], by=manager, on=TODAY, name="新楼院")
    make_visit(make_household(opened), ago=30)
    before = visits(country["990101001001"], ago(20))

    move_area(opened, by=manager, on=TODAY, to=country[NEXT])

    assert visits(country["990101001001"], ago(20)) == before == {GRID: 1}
    assert visits(country["990101001001"], TODAY) == {NEXT: 1}


def test_an_area_closed_on_the_day_it_was_moved_stays_where_it_was_moved_to(country, manager):
    moved = country[f"{GRID}001"]
    make_visit(make_household(moved), ago=20)
    move_area(moved, by=manager, on=ago(3), to=country[NEXT])
    close_area(moved, by=manager, on=ago(3))
    move_area(country[GRID], by=manager, on=ago(2), to=country["990102001001"])

    assert visits(country["990101001001"], ago(4)) == {GRID: 1}
    assert visits(country["990101001001"], ago(1)) == {NEXT: 1} == visits(country["990101001001"], TODAY)


def test_a_community_split_since_had_its_adviser_before(country, manager):
    make_assignment(country["990101001001"])
    advised = registry.indicators()["communities.advised_share"]
    before = read_value(advised, area=country["990101001"], span=span_of(as_of=ago(1)), by=AREA)
    below = [country[GRID], country[NEXT]]
    parts = [Part("东社区", below[:1]), Part("西社区", below[1:])]
    split_area(country["990101001001"], by=manager, on=TODAY, into=parts)

    after = read_value(advised, area=country["990101001"], span=span_of(as_of=ago(1)), by=AREA)
    assert before.numerator == 1
    assert (after.numerator, after.rows) == (before.numerator, before.rows)


def test_who_sits_in_a_grid_that_is_closed_is_no_worker_of_any(country, manager):
    make_grid(country[NEXT])
    hold(make_user(), "grid_worker", country[NEXT])
    close_area(country[f"{NEXT}001"], by=manager, on=ago(2))
    close_area(country[NEXT], by=manager, on=ago(2), successor=country[GRID])
    workers = registry.indicators()["workers.count"]

    said = [
        read_value(workers, area=country["9901"], span=span_of(as_of=day)).numerator
        for day in (ago(3), ago(2), TODAY)
    ]
    assert said == [1, 0, 0]
