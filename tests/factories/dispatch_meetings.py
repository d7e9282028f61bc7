"""Cycles whose meeting is planned, held, issued; tasks set by them."""

from datetime import timedelta
from itertools import count

from governance.areas.models import Area
from governance.dispatch import actions
from governance.dispatch.actions import load_preset_points
from governance.dispatch.enums import Presence
from governance.dispatch.models import ActionItem, Cycle
from governance.kernel.days import today
from tests.factories.dispatch import make_cycle
from tests.factories.people import make_user

TITLES = ("上期任务办理情况", "堵点", "下周节点")
_numbers = count(1)


def load_points() -> None:
    """A short preset for each sheet."""
    points = [{"title": title, "hint": f"{title}的要点"} for title in TITLES]
    load_preset_points([{"sheet": sheet, "points": points} for sheet in ("weekly", "monthly", "visit")])


def make_meeting(area: Area, *, by=None, **fields) -> Cycle:
    """A cycle whose meeting is today, with its agenda."""
    load_points()
    by = by or make_user("city_official", Area.objects.get(code=area.code[:4]))
    fields = {"due_on": today(), "period": f"P{next(_numbers):06d}", **fields}
    cycle = make_cycle(area, **fields)
    actions.plan_meeting(cycle, by=by, meets_on=today(), place="三楼会议室")
    cycle.refresh_from_db()
    return cycle


def make_task(cycle: Cycle, office: Area | None = None, *, by=None, **fields) -> ActionItem:
    """A task the meeting sets to its own office, or to one below."""
    by = by or make_user("city_official", Area.objects.get(code=cycle.area_code[:4]))
    given = {"text": "查清望湖苑欠费", "due_on": today() + timedelta(days=7), **fields}
    return actions.decide(cycle, by=by, office=(office or cycle.area).code, **given)


def make_held(area: Area, *, by=None, **fields) -> Cycle:
    """A meeting that took place, with one line of minutes."""
    by = by or make_user("city_official", Area.objects.get(code=area.code[:4]))
    cycle = make_meeting(area, by=by, **fields)
    actions.write_minutes(cycle.points.first(), by=by, minutes="上期三项任务已销两项。")
    actions.take_attendance(cycle, by=by, presences={area.code: Presence.PRESENT})
    actions.hold_meeting(cycle, by=by)
    return cycle


def make_issued(area: Area, *, by=None, **fields) -> Cycle:
    by = by or make_user("city_official", Area.objects.get(code=area.code[:4]))
    cycle = make_held(area, by=by, **fields)
    actions.issue_minutes(cycle, by=by)
    cycle.refresh_from_db()
    return cycle


def make_action(area: Area) -> ActionItem:
    """A task lying in an area, set by a meeting of that very area's office."""
    cycle = make_meeting(area)
    task = ActionItem(
        cycle=cycle, area=area, text="查清欠费", decided_on=today(), due_on=today() + timedelta(days=7)
    )
    task.save()
    return task
