"""Events in any state, past the verbs; the catalogue as the base preset has it."""

import json
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from governance.areas.models import Area
from governance.kernel.days import today
from grids.enums.events import ParticipantRole
from grids.models import (
    Event,
    EventCategory,
    EventReporter,
    JointVerification,
    WorkListException,
    WorkListItem,
)
from grids.states.events import EventState
from tests.factories.casework import make_case
from tests.factories.people import make_role, make_user

_ROWS = json.loads(
    (Path(settings.BASE_DIR) / "config/presets/base/event_categories.json").read_text(encoding="utf-8")
)
_OWN = ("name", "grade", "amount", "unit", "needs_joint_verification", "follow_up", "hint")
# What a lawful case of a state has beside it.
_BEFORE_FILING = {EventState.REPORTED, EventState.REJECTED, EventState.MERGED}
_ANSWERED = {EventState.FEEDBACK, EventState.CHECKED, EventState.CLOSED, EventState.RATED}


def make_event_category(code: str = "E0102") -> EventCategory:
    """A category of the base preset with its class."""
    row = next(row for row in _ROWS if row["code"] == code)
    given = {name: row[name] for name in _OWN if name in row}
    given["parent"] = make_event_category(code[:3]) if len(code) > 3 else None
    given["handler_role"] = make_role(row["role"]) if row.get("role") else None
    return EventCategory.objects.get_or_create(code=code, defaults=given)[0]


def make_event(area: Area, state: str = EventState.REPORTED, *, category: str = "E0102", **fields) -> Event:
    """An event in a state, with what the state asks for; case fields by name, the event's own as `event={…}`."""
    own = fields.pop("event", {})
    due = timezone.now() + timedelta(days=3)
    lawful = {"kind": "event", "source": "grid", "due_at": due}
    if state not in _BEFORE_FILING:
        lawful |= {"accepted_on": today(), "handle_due_at": due, "limit_amount": 2}
    if state in _ANSWERED:
        lawful |= {"outcome": "resolved", "resolved_on": today()}
        own = {"answer": "已经清理。"} | own
    if state == EventState.REJECTED:
        lawful |= {"outcome": "declined"}
    if state == EventState.MERGED:
        lawful |= {"outcome": "merged"}
    if state in (EventState.REJECTED, EventState.MERGED, EventState.CLOSED, EventState.RATED):
        lawful |= {"closed_on": today(), "due_at": None}
    if state == EventState.SUSPENDED:
        lawful |= {"paused_at": timezone.now(), "remaining": 2}
    case = make_case(area, state=state, **(lawful | fields))
    return Event.objects.create(case=case, category=make_event_category(category), **own)


def make_reporter(event: Event, *, name: str = "张三", phone: str = "13800138000") -> EventReporter:
    reporter = EventReporter(event=event, name=name)
    reporter.seal_value("phone", phone)
    reporter.save()
    return reporter


def make_verification(event: Event, **fields) -> JointVerification:
    given = {"place": "地头", "minutes": "到场丈量。", "recorded_by": None} | fields
    given["recorded_by"] = given["recorded_by"] or make_user()
    found = JointVerification.objects.create(event=event, **given)
    found.participants.create(unit="镇综治中心", name="马主任", role=ParticipantRole.HOST)
    return found


def make_work_list_item(area: Area, category: str = "E01", *, since=None, until=None) -> WorkListItem:
    found = make_event_category(category)
    return WorkListItem.objects.create(
        area=area, category=found, title=found.name, basis="区级清单", valid=(since or today(), until)
    )


def make_work_list_exception(area: Area, category: str = "E01", **fields) -> WorkListException:
    given = {"reason": "集中整治", "until_on": today() + timedelta(days=30)} | fields
    given.setdefault("approved_by", make_user())
    return WorkListException.objects.create(area=area, category=make_event_category(category), **given)
