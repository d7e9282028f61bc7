from datetime import timedelta
from time import perf_counter

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from deeds.actions import (
    close_obstacle,
    issue_home,
    issue_homes,
    open_obstacle,
    register_home,
    report_progress,
    take_project_step,
)
from deeds.enums import Cause
from deeds.models import DeedProject, Home
from deeds.states import PROJECT_STEPS, HomeState, ProjectState
from governance.audit.models import AuditEvent
from governance.kernel.days import today, week_start
from governance.kernel.errors import Refused
from tests.factories.backlog import make_plan
from tests.factories.deeds import (
    make_deed_project,
    make_home,
    make_homes,
    make_housing_project,
    make_obstacle,
    make_progress,
)


def states(project) -> dict[str, int]:
    found = {}
    for state in project.homes.values_list("state", flat=True):
        found[state] = found.get(state, 0) + 1
    return found


def code_of(refusal) -> str:
    return refusal.value.code


@pytest.mark.parametrize("step", PROJECT_STEPS.values(), ids=lambda step: step.name)
@pytest.mark.parametrize("state", ProjectState)
def test_take_project_step_from_every_state(grid, officer, state, step):
    project = make_deed_project(grid, state=state)
    if step.name == "approve_plan":
        make_obstacle(project)
        make_plan(project)

    if state in step.sources:
        take_project_step(project, step.name, by=officer, note="会议纪要", raised_to="市专班")
        assert DeedProject.objects.get(pk=project.pk).state == step.target
        assert project.moves.get().source == state
    else:
        with pytest.raises(Refused) as refusal:
            take_project_step(project, step.name, by=officer, note="会议纪要", raised_to="市专班")
        assert code_of(refusal) == "wrong_state"


def test_solving_a_project_opens_its_listed_homes_today(grid, officer):
    project = make_deed_project(grid, state=ProjectState.EXECUTING)
    make_homes(project, 3)
    make_homes(project, 1, state=HomeState.ISSUED)

    take_project_step(project, "solve", by=officer)

    assert states(project) == {HomeState.SOLVED: 3, HomeState.ISSUED: 1}
    assert project.homes.filter(solved_on=today()).count() == 3
    assert AuditEvent.objects.get(action="deeds.homes.solve").after == {"homes": 3}


def test_a_project_with_an_open_obstacle_is_not_solved(grid, officer):
    project = make_deed_project(grid, state=ProjectState.EXECUTING)
    make_obstacle(project)

    with pytest.raises(Refused, match="未通过建设工程规划核实"):
        take_project_step(project, "solve", by=officer)


def test_excluding_a_project_takes_its_homes_off_the_ledger(project, officer):
    make_homes(project, 2)

    take_project_step(project, "exclude", by=officer, note="小产权房")

    assert states(project) == {HomeState.UNLISTED: 2}
    assert not Home.objects.in_ledger().exists()


def test_a_step_takes_the_right_where_the_project_lies(project, official):
    with pytest.raises(PermissionDenied):
        take_project_step(project, "survey", by=official)


def test_a_home_is_registered_then_issued(project, officer):
    home = make_home(project, state=HomeState.SOLVED)

    with pytest.raises(Refused, match="现在是「可办证」，不能发证"):
        issue_home(home, by=officer)
    register_home(home, by=officer)
    issue_home(home, by=officer, certificate_no="宁（2026）银川市不动产权第0012345号")

    home.refresh_from_db()
    assert (home.state, home.issued_on) == (HomeState.ISSUED, today())
    assert home.certificate_masked == "宁（2026）银川市不动产权第***2345号"


def test_a_home_is_issued_once(project, officer):
    home = make_home(project, state=HomeState.REGISTERED)
    issue_home(Home.objects.get(pk=home.pk), by=officer)

    with pytest.raises(Refused) as refusal:
        issue_home(home, by=officer)
    assert code_of(refusal) == "wrong_state"


def test_issuing_takes_its_own_right(project, official):
    with pytest.raises(PermissionDenied):
        issue_home(make_home(project, state=HomeState.REGISTERED), by=official)


def test_a_thousand_homes_are_issued_within_five_seconds_and_few_queries(
    project, officer, django_assert_max_num_queries
):
    make_homes(project, 1000, state=HomeState.REGISTERED)

    with django_assert_max_num_queries(16):
        begun = perf_counter()
        assert issue_homes(project, project.homes.all(), by=officer, reason="移动办公桌") == 1000
    assert perf_counter() - begun < 5
    assert states(project) == {HomeState.ISSUED: 1000}
    assert AuditEvent.objects.filter(action="deeds.homes.issue").count() == 1


def test_issue_homes_issues_all_or_none(project, officer):
    make_homes(project, 2, state=HomeState.REGISTERED)
    make_homes(project, 1, state=HomeState.SOLVED)

    with pytest.raises(Refused, match=r"3 套中有 1 套.+不能发证"):
        issue_homes(project, project.homes.all(), by=officer, reason="集中发证")
    assert states(project) == {HomeState.REGISTERED: 2, HomeState.SOLVED: 1}


@pytest.mark.parametrize(
    ("reason", "own", "code"),
    [(" ", True, "reason_required"), ("集中", False, "other_project"), ("集中", None, "nothing_chosen")],
)
def test_issue_homes_refuses(grid, project, officer, reason, own, code):
    other = make_deed_project(grid)
    make_homes(project if own else other, 1, state=HomeState.REGISTERED)
    homes = Home.objects.none() if own is None else Home.objects.all()

    with pytest.raises(Refused) as refusal:
        issue_homes(project, homes, by=officer, reason=reason)
    assert code_of(refusal) == code


def test_an_obstacle_adds_its_cause_and_stands_once(project, officer):
    due_on = today() + timedelta(days=30)
    told = {"cause": Cause.MORTGAGE, "lead_office": "法院", "due_on": due_on}
    open_obstacle(project, by=officer, **told)

    assert DeedProject.objects.get(pk=project.pk).causes == [Cause.PLANNING, Cause.MORTGAGE]
    with pytest.raises(ValidationError, match="同一成因已有未销号的堵点"):
        open_obstacle(project, by=officer, **told)


def test_an_obstacle_closes_once_and_with_a_document(project, officer):
    obstacle = make_obstacle(project)

    with pytest.raises(ValidationError, match="销号要有依据"):
        close_obstacle(obstacle, by=officer, document=" ")
    close_obstacle(obstacle, by=officer, document="银自然资发〔2026〕9号")
    with pytest.raises(Refused) as refusal:
        close_obstacle(obstacle, by=officer, document="再来一次")
    assert code_of(refusal) == "already_closed"


def report(project, officer, *, percent, weeks_ago=0, note=""):
    day = today() - timedelta(weeks=weeks_ago)
    return report_progress(
        project, by=officer, day=day, percent=percent, planned_percent=50, workers=30, note=note
    )


def test_progress_is_told_corrected_and_never_goes_back_without_a_reason(grid, officer):
    housing = make_housing_project(grid)
    make_progress(housing, percent=40, planned=40, weeks_ago=1)

    report(housing, officer, percent=44)
    row = report(housing, officer, percent=45)
    with pytest.raises(ValidationError, match="进度比上次少"):
        report(housing, officer, percent=39)
    row.refresh_from_db()
    assert (row.percent, row.week_start) == (45, week_start(today()))
    assert report(housing, officer, percent=39, note="监理核减").previous_percent == 40


@pytest.mark.parametrize(("weeks_ago", "code"), [(-1, "future_week"), (2, "later_week_exists")])
def test_progress_of_another_time_is_refused(grid, officer, weeks_ago, code):
    housing = make_housing_project(grid)
    make_progress(housing, percent=40, planned=40, weeks_ago=1)

    with pytest.raises(Refused) as refusal:
        report(housing, officer, percent=50, weeks_ago=weeks_ago)
    assert code_of(refusal) == code
