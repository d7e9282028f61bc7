"""Housing delivery of the demo city is as the verbs would have left it."""

import json

import pytest
from django.conf import settings

from deeds.actions.buildings import load_building_stages
from deeds.models import DeskSession, HousingBuilding, HousingProject, Milestone, PurchaserQuestion
from deeds.presenting.desk import report_of
from deeds.rules.housing import weighted
from deeds.states import HomeState, ProjectState
from demo.city import City
from demo.housing import make_housing
from governance.kernel.days import today
from tests.factories.deeds import make_deed_project, make_homes, make_housing_project, make_progress
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(country, grid):
    load_building_stages(
        json.loads((settings.BASE_DIR / "config/presets/base/building_stages.json").read_text())
    )
    for percent in (40, 62):
        make_progress(make_housing_project(grid), percent=percent, planned=percent + 3, weeks_ago=1)
    make_housing_project_weeks(grid)
    project = make_deed_project(grid, state=ProjectState.HOMES_OPEN)
    make_homes(project, 9, state=HomeState.ISSUED)
    make_homes(project, 9, state=HomeState.REGISTERED)
    city = City(today=today(), plots=[])
    city.people[("deeds_officer", "9901")] = make_user("deeds_officer", country["9901"]).pk
    return city


def make_housing_project_weeks(grid):
    """Seven more, so that risks have projects to lie on."""
    for percent in (30, 35, 50, 55, 70, 80, 90):
        make_progress(make_housing_project(grid), percent=percent, planned=percent)


def test_housing_rows_are_as_the_verbs_would_have_left_them(city):
    make_housing(city)

    for project in HousingProject.objects.with_progress(today()):
        rows = HousingBuilding.objects.filter(project=project).with_progress(today())
        assert sum(row.homes for row in rows) == project.homes
        assert project.percent == weighted((row.percent, row.homes) for row in rows)
        assert project.planned_percent == weighted((row.planned_percent or 0, row.homes) for row in rows)
        assert sum(batch.planned for batch in project.deliveries.all()) == project.homes
        project.full_clean()
    for milestone in Milestone.objects.exclude(reached_on=None):
        assert milestone.stage.percent <= milestone.building.progress.first().percent
    assert PurchaserQuestion.objects.unanswered().count() == 1


def test_the_desk_has_a_day_that_is_over_and_one_that_waits(city):
    make_housing(city)

    waits, over = DeskSession.objects.order_by("-day")
    assert (report_of(over)["served"], report_of(over)["issued"]) == (9, 9)
    assert report_of(over)["within_aim"]
    assert (waits.day, waits.appointments.count()) == (today(), 8)
