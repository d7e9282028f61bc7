"""Projects of the deed backlog with what hangs on them, put into an area; each returns what leads to it."""

from collections.abc import Callable

from deeds.actions import step_homes
from deeds.states import HomeState
from governance.areas.models import Area
from tests.factories.backlog import make_cutoff, make_entitled, make_plan, make_undertaking
from tests.factories.deeds import make_deed_project, make_home, make_homes, make_obstacle
from tests.factories.people import make_user


def project_to(step: str) -> Callable:
    return lambda area: {"pk": make_deed_project(area).pk, "step": step}


def planned(area: Area):
    project = make_deed_project(area)
    make_plan(project)
    return project


def obstacle(area: Area):
    return make_obstacle(make_deed_project(area))


def home(area: Area):
    return make_home(make_deed_project(area), state=HomeState.SOLVED)


def home_to(step: str) -> Callable:
    return lambda area: {"pk": home(area).pk, "step": step}


def pressed(area: Area) -> dict:
    project = make_deed_project(area)
    make_homes(project, 1, state=HomeState.SOLVED)
    done = step_homes(
        project, project.homes.all(), "notify", by=make_user("deeds_officer", area), note="集中通知"
    )
    return {"pk": project.pk, "step": done.pk}


def person(area: Area) -> dict:
    found = home(area)
    return {"pk": found.pk, "person": make_entitled(found).pk}


def phone(area: Area) -> dict:
    return {**person(area), "field": "phone"}


def undertaking(area: Area):
    return make_undertaking(make_deed_project(area))


def undertaking_to(step: str) -> Callable:
    return lambda area: {"pk": undertaking(area).pk, "step": step}


def cutoff(area: Area):
    return make_cutoff(area)
