"""Supervision on the spot, with and without faults."""

from datetime import timedelta
from itertools import count

from governance.areas.models import Area
from governance.dispatch import actions
from governance.dispatch.models import ActionItem, SupervisionVisit
from governance.kernel.days import today
from tests.factories.dispatch_meetings import make_meeting
from tests.factories.people import make_user

_numbers = count(1)


def make_visit(area: Area, *, by=None, cycle=None, subject: str = "") -> SupervisionVisit:
    """A visit of an area's own office to a project there."""
    by = by or make_user("city_official", Area.objects.get(code=area.code[:4]))
    cycle = cycle or make_meeting(area, kind="monthly", by=by)
    subject = subject or f"望湖苑 {next(_numbers)} 期"
    return actions.record_visit(cycle, by=by, subject=subject, office=area.code, visited_on=today())


def make_sound(visit: SupervisionVisit, *, by=None) -> SupervisionVisit:
    """A visit whose first point was looked at and found in order."""
    by = by or make_user("city_official", Area.objects.get(code=visit.area_code[:4]))
    check = visit.checks.select_related("visit__area", "visit__cycle").first()
    actions.fill_check(check, by=by, verified="属实")
    return visit


def make_fault(visit: SupervisionVisit, *, by=None, position: int = 1, **fields) -> ActionItem:
    """A fault found by a visit, with its task."""
    by = by or make_user("city_official", Area.objects.get(code=visit.area_code[:4]))
    given = {"finding": "脚手架没有验收", "due_on": today() + timedelta(days=7), **fields}
    check = visit.checks.select_related("visit__area", "visit__cycle").get(position=position)
    actions.fill_check(check, by=by, reported="已验收", verified="未验收", **given)
    return check.action
