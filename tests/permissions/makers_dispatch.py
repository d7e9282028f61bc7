"""Cycles with a meeting and tasks put into an area; each returns what leads to it."""

from governance.areas.models import Area
from tests.factories.dispatch_meetings import make_action, make_meeting


def meeting(area: Area):
    return make_meeting(area)


def point(area: Area) -> dict:
    cycle = make_meeting(area)
    return {"pk": cycle.pk, "point": cycle.points.first().pk}


def task(area: Area):
    return make_action(area)


def task_to(step: str):
    return lambda area: {"pk": make_action(area).pk, "step": step}
