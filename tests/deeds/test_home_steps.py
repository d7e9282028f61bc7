from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, InternalError, transaction

from deeds.actions import step_home, step_homes, take_project_step, undo_home_step
from deeds.models import Home, HomeChange, HomeStep
from deeds.states import HOME_STEPS, PRESSED_STEPS, HomeState, ProjectState
from governance.audit.models import AuditEvent
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.backlog import make_undertaking
from tests.factories.deeds import make_deed_project, make_home, make_homes


def press(project, name, officer, homes=None, note="移动办公桌进小区"):
    homes = project.homes.all() if homes is None else homes
    return step_homes(project, homes, name, by=officer, note=note)


@pytest.mark.parametrize("step", PRESSED_STEPS.values(), ids=lambda step: step.name)
@pytest.mark.parametrize("state", HomeState)
def test_step_home_from_every_state(project, officer, state, step):
    home = make_home(project, state=state)

    if state in step.sources:
        step_home(home, step.name, by=officer, note="说明")
        change = HomeChange.objects.get(home=home)
        assert (Home.objects.get(pk=home.pk).state, change.from_state) == (step.target, state)
    else:
        with pytest.raises(Refused) as refusal:
            step_home(home, step.name, by=officer, note="说明")
        assert refusal.value.code == "wrong_state"


def test_step_homes_takes_homes_of_several_states_and_remembers_each(project, officer):
    make_homes(project, 3, state=HomeState.SOLVED)
    make_homes(project, 2, state=HomeState.UNREACHABLE)

    done = press(project, "notify", officer)

    assert (done.count, project.homes.filter(state=HomeState.NOTIFIED).count()) == (5, 5)
    assert done.changes.filter(from_state=HomeState.UNREACHABLE).count() == 2
    assert AuditEvent.objects.get(action="deeds.homes.notify").after == {"step": done.pk, "homes": 5}


def test_undo_home_step_puts_each_home_back_and_takes_the_day_back(project, officer):
    make_homes(project, 2, state=HomeState.PAID)
    make_homes(project, 1, state=HomeState.SOLVED)
    done = press(project, "register", officer)

    counter = undo_home_step(done, by=officer, note="登错了楼栋")

    assert sorted(project.homes.values_list("state", "registered_on")) == [
        (HomeState.PAID, None),
        (HomeState.PAID, None),
        (HomeState.SOLVED, None),
    ]
    assert (counter.undoes, counter.count) == (done, 3)
    with pytest.raises(Refused) as refusal:
        undo_home_step(done, by=officer, note="再更正一次")
    assert refusal.value.code == "already_undone"


def test_undo_home_step_refuses_once_a_home_has_moved_on(project, officer):
    first, _second = make_homes(project, 2, state=HomeState.REGISTERED)
    done = press(project, "issue", officer)
    step_home(Home.objects.get(pk=first.pk), "deliver", by=officer)

    with pytest.raises(Refused, match="后来又有变动"):
        undo_home_step(done, by=officer, note="发错了")
    assert project.homes.filter(issued_on=today()).count() == 2


def test_what_a_project_did_to_its_homes_is_not_taken_back_home_by_home(grid, officer):
    project = make_deed_project(grid, state=ProjectState.EXECUTING)
    make_homes(project, 2)
    take_project_step(project, "solve", by=officer)
    done = HomeStep.objects.get()

    with pytest.raises(Refused) as refusal:
        undo_home_step(done, by=officer, note="试试")
    assert (done.name, done.may_undo, refusal.value.code) == ("solve", False, "not_undone")


def test_a_deed_waits_for_the_papers_that_were_let_pass(project, officer):
    waiting, ready = make_homes(project, 2, state=HomeState.REGISTERED)
    make_undertaking(project, home=waiting)
    make_undertaking(project, home=ready, state="met")

    with pytest.raises(Refused, match="容缺的材料没有补齐"):
        press(project, "issue", officer)
    with pytest.raises(Refused, match="维修资金缴存凭证"):
        step_home(waiting, "issue", by=officer)
    press(project, "issue", officer, Home.objects.filter(pk=ready.pk))
    assert list(project.homes.values_list("state", flat=True).order_by("state")) == ["issued", "registered"]


@pytest.mark.parametrize(
    ("name", "note", "code"),
    [
        ("nonsense", "理由", "unknown_step"),
        ("issue", " \u202e ", "reason_required"),
        ("issue", "理由", "wrong_state"),
    ],
)
def test_step_homes_refuses_with_a_code(project, officer, name, note, code):
    make_homes(project, 2, state=HomeState.SOLVED)

    with pytest.raises(Refused) as refusal:
        press(project, name, officer, note=note)
    assert refusal.value.code == code


def test_step_homes_takes_its_right_where_the_project_lies(project, official):
    make_homes(project, 1, state=HomeState.SOLVED)

    with pytest.raises(PermissionDenied):
        press(project, "notify", official)


def test_the_rows_of_a_step_are_never_changed(project, officer):
    make_homes(project, 1, state=HomeState.SOLVED)
    press(project, "notify", officer)

    with pytest.raises(InternalError), transaction.atomic():
        HomeStep.objects.update(note="另一个理由")


def test_a_home_stands_in_a_building_of_its_project(project):
    home = make_home(project)

    with pytest.raises(IntegrityError), transaction.atomic():
        Home.objects.filter(pk=home.pk).update(building="没有")
        with transaction.get_connection().cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    ("state", "days"),
    [
        (HomeState.ISSUED, {"registered_on": None}),
        (HomeState.DELIVERED, {"delivered_on": today() - timedelta(days=400)}),
        (HomeState.SEALED, {"registered_on": today()}),
    ],
)
def test_the_database_holds_states_and_days_together(project, state, days):
    home = make_home(project, state=state)

    with pytest.raises(IntegrityError), transaction.atomic():
        Home.objects.filter(pk=home.pk).update(**days)


def test_every_step_of_a_home_has_words_and_every_state_a_way_back():
    assert all(step.label for step in HOME_STEPS.values())
    assert {f"back_to_{state}" for state in HomeState} <= HOME_STEPS.keys()
