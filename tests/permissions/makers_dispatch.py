"""Cycles with a meeting and tasks put into an area; each returns what leads to it."""

from governance.areas.models import Area
from governance.dispatch.models import CycleRule, CycleRun, LadderStep
from governance.kernel.days import today
from tests.factories.dispatch import make_item, make_rule
from tests.factories.dispatch_meetings import make_action, make_meeting
from tests.factories.dispatch_visits import make_visit
from tests.factories.ladders import make_step
from tests.factories.people import make_user


def meeting(area: Area):
    return make_meeting(area)


def point(area: Area) -> dict:
    cycle = make_meeting(area)
    return {"pk": cycle.pk, "point": cycle.points.first().pk}


def line(area: Area):
    return make_item(make_meeting(area))


def task(area: Area):
    return make_action(area)


def task_to(step: str):
    return lambda area: {"pk": make_action(area).pk, "step": step}


def schedule(area: Area) -> CycleRule:
    """The one rule for its level, which lies in no area."""
    found = CycleRule.objects.filter(kind="weekly", level__isnull=False).first()
    return found or make_rule(level="county")


def ladder_step(area: Area) -> LadderStep:
    """A step holds everywhere and lies in no area; another stands beside it, so that it may be switched off."""
    make_step("dispatch.action", -2)
    return make_step("dispatch.action", -1)


def ladder_change(area: Area):
    return ladder_step(area).changes.create(offset=-1, recipient="office", is_active=True, by=make_user())


def run(area: Area) -> CycleRun:
    return CycleRun.objects.create(kind="weekly", due_on=today(), made=1)


def visit(area: Area):
    return make_visit(area)


def check(area: Area) -> dict:
    found = make_visit(area)
    return {"pk": found.pk, "check": found.checks.first().pk}
