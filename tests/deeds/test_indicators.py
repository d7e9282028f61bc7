from datetime import timedelta

import pytest
from django.db import connection

from deeds.actions import issue_home
from deeds.enums import UndertakingKind
from deeds.states import HomeState, ProjectState
from governance.kernel.days import today
from governance.statistics import registry
from governance.statistics.reading import read_value, span_of
from tests.factories.backlog import make_undertaking
from tests.factories.deeds import (
    make_deed_project,
    make_home,
    make_homes,
    make_housing_project,
    make_progress,
)

KEYS = [
    "deeds.project_count",
    "deeds.project_solved_count",
    "deeds.project_solved_share",
    "deeds.home_count",
    "deeds.home_solved_count",
    "deeds.home_solved_share",
    "deeds.home_issued_count",
    "deeds.home_issued_share",
    "deeds.cure_share",
    "deeds.breach_share",
    "deeds.project_new_count",
    "housing.project_count",
    "housing.on_schedule_share",
]


@pytest.fixture
def city(country):
    """Three projects, one off the ledger; homes in every state; two housing projects of three on time."""
    mine, other = country["990101001001001"], country["990102001001001"]
    solved = make_deed_project(mine, state=ProjectState.HOMES_OPEN)
    for state in (HomeState.SOLVED, HomeState.REGISTERED, HomeState.ISSUED):
        make_homes(solved, 2, state=state)
    make_homes(make_deed_project(other), 2)
    make_homes(make_deed_project(mine, state=ProjectState.EXCLUDED), 1, state=HomeState.UNLISTED)
    make_homes(make_deed_project(mine, is_new=True), 3, state=HomeState.ISSUED)
    for state in ("met", "met", "met", "broken", "open"):
        make_undertaking(solved, state=state)
    make_undertaking(solved, due_on=today() - timedelta(days=1))
    for state in ("met", "broken", "open"):
        make_undertaking(solved, kind=UndertakingKind.COMMITMENT, state=state)
    for area, percent in ((mine, 50), (mine, 60), (other, 49)):
        make_progress(make_housing_project(area), percent=percent, planned=50)
    return country["9901"]


def read(key, area, **span):
    return read_value(registry.indicators()[key], area=area, span=span_of(**span))


def test_every_figure_comes_from_rows(city):
    found = {key: read(key, city).value for key in KEYS}

    assert found == {
        "deeds.project_count": 2,
        "deeds.project_solved_count": 1,
        "deeds.project_solved_share": 50,
        "deeds.home_count": 8,
        "deeds.home_solved_count": 6,
        "deeds.home_solved_share": 75,
        "deeds.home_issued_count": 2,
        "deeds.home_issued_share": 25,
        "deeds.cure_share": 60,
        "deeds.breach_share": 50,
        "deeds.project_new_count": 1,
        "housing.project_count": 3,
        "housing.on_schedule_share": pytest.approx(66.6667),
    }


@pytest.mark.parametrize("key", KEYS)
def test_a_figure_equals_the_lists_behind_it(client, city, official, key):
    reading = read(key, city)
    client.force_login(official)

    for side, number in (("numerator", reading.numerator), ("denominator", reading.denominator)):
        if number is None:
            continue
        assert client.get(reading.api_lists()[side]).json()["count"] == number
        assert client.get(reading.page_lists()[side]).context["page"].count == number


def test_issuing_a_home_moves_the_figure_at_once(project, country, officer):
    home = make_home(project, state=HomeState.REGISTERED)
    before = read("deeds.home_issued_count", country["9901"]).value

    issue_home(home, by=officer)

    assert read("deeds.home_issued_count", country["9901"]).value == before + 1


def test_a_bulk_update_in_sql_moves_the_figure_at_once(project, country):
    make_homes(project, 5, state=HomeState.REGISTERED)

    with connection.cursor() as cursor:
        cursor.execute("update deeds_home set state = 'issued', issued_on = current_date")

    assert read("deeds.home_issued_count", country["9901"]).value == 5


def test_figures_of_a_past_day_leave_out_what_came_later(city, country):
    listed_on = today() - timedelta(days=200)
    then = listed_on + timedelta(days=15)

    assert read("deeds.home_count", city, as_of=then).value == 8
    assert read("deeds.home_solved_count", city, as_of=then).value == 6
    assert read("deeds.home_issued_count", city, as_of=then).value == 0
    assert read("deeds.project_solved_count", city, as_of=then).value == 0


def test_the_mean_time_to_a_deed_counts_from_the_listing(city):
    reading = read("deeds.days_to_issue", city)

    assert (reading.numerator, reading.denominator, reading.value) == (60, 2, 30)
