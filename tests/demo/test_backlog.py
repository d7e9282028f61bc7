"""The backlog of the demo city, on a city of one grid."""

import pytest

from deeds.models import DeedProject, EntitledPerson, Home, ProjectPlan, Undertaking
from deeds.states import HOMES_WITH_DEED, SOLVED_STATES
from demo.chance import chance
from demo.city import City, Plot
from demo.deeds import HOMES, PROJECTS, SOLVED_HOMES, SOLVED_PROJECTS, make_backlog
from governance.kernel.days import today
from governance.statistics import registry
from governance.statistics.reading import read_values, span_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(country, monkeypatch):
    """One community in which the whole backlog lies; its code stands for the district of 建欣苑."""
    monkeypatch.setattr("demo.deeds.XIXIA", "990101")
    city = City(today=today(), plots=[Plot("990101001001001", "第一网格", True)])
    city.areas = {code: area.pk for code, area in country.items() if len(code) <= 12}
    city.names = {code: area.name for code, area in country.items()}
    make_backlog(city, chance("deeds"))
    return country["9901"]


def test_the_figures_come_out_of_the_rows_and_the_new_project_is_in_none(city):
    keys = ["project_count", "project_solved_count", "home_count", "home_solved_count", "project_new_count"]
    indicators = [registry.indicators()[f"deeds.{key}"] for key in keys]
    found = [reading.value for reading in read_values(indicators, area=city, span=span_of())]

    assert found == [PROJECTS, SOLVED_PROJECTS, HOMES, SOLVED_HOMES, 1]
    assert (PROJECTS, HOMES, SOLVED_PROJECTS, SOLVED_HOMES) == (136, 122_900, 109, 108_300)


def test_jianxinyuan_has_its_households_and_every_solved_project_a_plan(city):
    project = DeedProject.objects.get(name="建欣苑")

    assert [row.number for row in project.buildings.all()] == ["1", "2", "3"]
    assert project.homes.filter(state__in=HOMES_WITH_DEED).count() == 116
    assert EntitledPerson.objects.filter(home__project=project).count() == 116
    assert set(project.causes) == {"C3", "C4", "C5", "C8"}
    assert not project.obstacles.filter(closed_on__isnull=True).exists()
    assert ProjectPlan.objects.filter(project__state__in=SOLVED_STATES).count() == SOLVED_PROJECTS
    assert set(Undertaking.objects.values_list("state", flat=True)) == {"open", "met", "broken"}
    assert not Home.objects.filter(project__is_new=True, is_new=False).exists()
