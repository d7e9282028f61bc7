from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from deeds.models import DeedProject, Home, ProjectObstacle, WeeklyProgress
from deeds.states import HomeState, ProjectState
from governance.kernel.days import today, week_start
from tests.factories.deeds import (
    make_deed_project,
    make_home,
    make_homes,
    make_housing_project,
    make_obstacle,
    make_progress,
)


@pytest.fixture
def project(grid):
    return make_deed_project(grid)


def refuses(rows, **values) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**values)


def says(obj) -> list[str]:
    with pytest.raises(ValidationError) as refusal:
        obj.validate_constraints()
    return refusal.value.messages


@pytest.mark.parametrize("state", HomeState)
def test_a_home_of_every_state_is_lawful(project, state):
    make_homes(project, 2, state=state)

    assert Home.objects.filter(state=state).count() == 2


def test_a_home_is_not_issued_before_it_is_registered(project):
    home = make_home(project, state=HomeState.SOLVED)

    refuses(Home.objects.filter(pk=home.pk), state=HomeState.ISSUED, issued_on=today())
    home.issued_on = today()
    assert "发证要在登簿之后，请先登簿。" in says(home)


def test_a_state_never_runs_ahead_of_its_day(project):
    home = make_home(project, state=HomeState.SOLVED)

    refuses(Home.objects.filter(pk=home.pk), state=HomeState.REGISTERED)


def test_a_home_stands_in_a_project_once(project):
    home = make_home(project)
    twin = Home(project=project, area=project.area, building=home.building, unit="1", room=home.room)

    assert says(twin) == ["这个项目里已有这套房。"]
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_a_solved_project_has_its_day(project):
    refuses(DeedProject.objects.filter(pk=project.pk), state=ProjectState.CLEARED)
    refuses(DeedProject.objects.filter(pk=project.pk), solved_on=today())


def test_causes_are_known_codes(project):
    refuses(DeedProject.objects.filter(pk=project.pk), causes=["C12"])


def test_an_obstacle_closes_with_a_document_only(project):
    obstacle = make_obstacle(project)

    refuses(ProjectObstacle.objects.filter(pk=obstacle.pk), closed_on=today())
    obstacle.closed_on = today()
    assert says(obstacle) == ["销号要有依据，请填写文号或材料名称。"]


def test_progress_goes_backwards_with_a_reason_only(grid):
    housing = make_housing_project(grid)
    make_progress(housing, percent=40, planned=40, weeks_ago=1)
    row = WeeklyProgress(
        project=housing, week_start=week_start(today()), percent=38, planned_percent=45, workers=9
    )
    row.previous_percent = 40

    assert says(row) == ["进度比上次少，请在说明里写明原因。"]
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
    row.note = "监理重新核定"
    row.save()


def test_progress_is_told_once_a_week_from_monday(grid):
    housing = make_housing_project(grid)
    row = make_progress(housing, percent=40, planned=40)

    with pytest.raises(IntegrityError), transaction.atomic():
        make_progress(housing, percent=41, planned=41)
    refuses(WeeklyProgress.objects.filter(pk=row.pk), week_start=row.week_start + timedelta(days=1))
