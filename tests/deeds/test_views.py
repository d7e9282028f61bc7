import csv
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from deeds.models import Home, WeeklyProgress
from deeds.states import HomeState, ProjectState
from governance.kernel.days import today, week_start
from tests.factories.backlog import make_plan, make_undertaking
from tests.factories.deeds import (
    make_deed_project,
    make_home,
    make_homes,
    make_housing_project,
    make_obstacle,
    make_progress,
)


def fill(area, number):
    for _ in range(number):
        project = make_deed_project(area)
        make_homes(project, 2, state=HomeState.SOLVED)
        make_obstacle(project)
        make_undertaking(project)
        make_progress(make_housing_project(area), percent=30, planned=30)


def ask(client, user, url, **query):
    client.force_login(user)
    return client.get(url, query)


LISTS = {
    "deeds:project_list": "deed-project-list",
    "deeds:home_list": "deed-home-list",
    "deeds:obstacle_list": "deed-obstacle-list",
    "deeds:undertaking_list": "deed-undertaking-list",
    "deeds:housing_list": "housing-project-list",
}


@pytest.mark.parametrize("route", ["deeds:board", *LISTS, *LISTS.values()])
def test_a_list_takes_as_many_queries_for_three_rows_as_for_one(client, grid, official, route):
    counts = []
    for number in (1, 2):
        fill(grid, number)
        ask(client, official, reverse(route))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(route)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12


@pytest.mark.parametrize("route", LISTS)
def test_a_list_shows_the_own_area_only(client, country, dispatcher, route):
    fill(country["990101001001001"], 1)
    fill(country["990101002001001"], 1)

    page = ask(client, dispatcher, reverse(route)).context["page"]

    assert {row.area_code for row in page} == {"990101001001001"}


@pytest.mark.parametrize("route", LISTS)
def test_a_list_answers_nothing_found_a_wrong_filter_and_a_foreign_area(client, dispatcher, route):
    assert ask(client, dispatcher, reverse(route)).status_code == 200
    assert ask(client, dispatcher, reverse(route), nonsense="1").status_code == 400
    assert ask(client, dispatcher, reverse(route), area="990101002").status_code == 404
    assert ask(client, dispatcher, reverse(route), area="9901\x00").status_code in (400, 404)


@pytest.mark.parametrize("route", LISTS)
def test_a_wrong_value_is_said_on_the_page(client, dispatcher, route):
    name = {"deeds:housing_list": "track", "deeds:obstacle_list": "clock"}.get(route, "state")

    assert ask(client, dispatcher, reverse(route), **{name: "nonsense"}).status_code == 400


def test_the_details_of_a_strangers_project_are_not_found(client, project, grid, stranger, dispatcher):
    housing = make_housing_project(grid)

    for url in (
        reverse("deeds:project_detail", args=[project.pk]),
        reverse("deeds:housing_detail", args=[housing.pk]),
        reverse("deed-project-detail", args=[project.pk]),
        reverse("housing-project-detail", args=[housing.pk]),
    ):
        assert ask(client, dispatcher, url).status_code == 200
        assert ask(client, stranger, url).status_code == 404


def test_whoever_lacks_the_right_may_not_issue(client, project, dispatcher, official):
    home = make_home(project, state=HomeState.REGISTERED)

    client.force_login(official)
    assert client.post(reverse("deed-home-issue", args=[home.pk])).status_code == 403
    assert client.post(reverse("deeds:home_step", args=[home.pk, "issue"])).status_code == 403


def test_the_officer_takes_a_project_from_listing_to_issued_homes(client, project, officer):
    make_obstacle(project)
    make_plan(project)
    make_homes(project, 2)
    client.force_login(officer)
    page = reverse("deeds:project_detail", args=[project.pk])

    for step in ("survey", "diagnose", "approve_plan", "execute"):
        assert client.post(f"{page}steps/{step}/").status_code == 302
    assert client.post(f"{page}steps/solve/").status_code == 409
    obstacle = project.obstacles.get()
    client.post(reverse("deeds:obstacle_close", args=[obstacle.pk]), {"document": "会议纪要〔2026〕3号"})
    assert client.post(f"{page}steps/solve/").status_code == 302
    first, second = project.homes.all()
    client.post(reverse("deeds:home_step", args=[first.pk, "register"]))
    client.post(reverse("deeds:home_step", args=[first.pk, "issue"]))
    press = reverse("deeds:project_homes_step", args=[project.pk])
    client.post(press, {"rows": [second.pk], "step": "register", "note": "上门办理"})
    client.post(f"{press}?state=registered", {"everyone": "1", "step": "issue", "note": "上门办理"})

    project.refresh_from_db()
    assert project.state == ProjectState.FIRST_REGISTERED
    assert project.homes.filter(issued_on=today()).count() == 2
    assert client.get(page).status_code == 200


def test_a_press_takes_all_homes_or_none_and_says_why(client, project, officer):
    registered, solved = (
        make_home(project, state=HomeState.REGISTERED),
        make_home(project, state=HomeState.SOLVED),
    )
    client.force_login(officer)

    answer = client.post(
        reverse("deeds:project_homes_step", args=[project.pk]),
        {"rows": [registered.pk, solved.pk], "step": "issue", "note": "上门"},
    )

    assert answer.status_code == 409
    assert "这一批都没有办理" in answer.content.decode()
    assert not Home.objects.filter(issued_on__isnull=False).exists()


def test_an_obstacle_is_opened_on_the_page_and_a_wrong_one_comes_back(client, project, officer):
    client.force_login(officer)
    url = reverse("deeds:obstacle_open", args=[project.pk])
    told = {"cause": "C7", "lead_office": "法院", "instrument": "", "due_on": "2027-01-31"}

    assert client.post(url, told).status_code == 302
    assert client.post(url, told).status_code == 400
    assert project.obstacles.count() == 1


def test_a_home_is_issued_over_rest_once(client, project, officer):
    home = make_home(project, state=HomeState.REGISTERED)
    client.force_login(officer)
    url = reverse("deed-home-issue", args=[home.pk])

    answer = client.post(url, {"certificate_no": "第0012345号"}, content_type="application/json")
    again = client.post(url, {}, content_type="application/json")

    assert answer.status_code == 200
    assert (answer.json()["state"], answer.json()["certificate_masked"]) == ("issued", "第***2345号")
    assert (again.status_code, again.json()["code"]) == (409, "wrong_state")


def test_progress_is_told_on_the_page(client, grid, officer):
    housing = make_housing_project(grid)
    make_progress(housing, percent=40, planned=40, weeks_ago=1)
    client.force_login(officer)
    url = reverse("deeds:housing_report", args=[housing.pk])
    told = {
        "week_start": today().isoformat(),
        "percent": 38,
        "planned_percent": 42,
        "workers": 60,
        "note": "",
    }

    refused = client.post(url, told)
    accepted = client.post(url, {**told, "note": "监理核减"})

    assert refused.status_code == 400
    assert "进度比上次少" in refused.content.decode()
    assert accepted.status_code == 302
    assert WeeklyProgress.objects.get(week_start=week_start(today())).percent == 38
    assert client.get(reverse("deeds:housing_detail", args=[housing.pk])).status_code == 200


@pytest.mark.parametrize("route", LISTS.items(), ids=LISTS)
def test_page_api_and_csv_agree(client, grid, official, route):
    fill(grid, 3)
    page, api = (reverse(name) for name in route)

    shown = ask(client, official, page).context["page"].count
    counted = client.get(api).json()["count"]
    lines = b"".join(client.get(page, {"format": "csv"}).streaming_content).decode("utf-8-sig").splitlines()
    api_lines = b"".join(client.get(api, {"format": "csv"}).streaming_content).decode().splitlines()

    assert {shown, counted, len(list(csv.reader(lines))) - 1, len(api_lines) - 1} == {shown}


def test_filters_cut_homes_by_days_and_state(client, project, official):
    make_homes(project, 3, state=HomeState.SOLVED)
    make_homes(project, 2, state=HomeState.LISTED)
    day = project.listed_on + timedelta(days=10)

    def count(**query):
        return ask(client, official, reverse("deed-home-list"), **query).json()["count"]

    assert count(solved="true") == count(solved_to=day.isoformat()) == count(state="solved") == 3
    assert count(solved="false") == 2
    assert count(solved_to=(day - timedelta(days=1)).isoformat()) == 0
    assert count(project=project.pk) == count(area="9901") == 5


@pytest.mark.parametrize("value", ["1e3", "99999999999999999999999", "-1", "abc", "1.5"])
def test_a_project_number_that_cannot_be_is_answered(client, official, value):
    answer = ask(client, official, reverse("deed-home-list"), project=value)

    assert answer.status_code == 400 or answer.json()["count"] == 0
