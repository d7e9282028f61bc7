"""What work reports are drawn from: a short list of figures, and events on known days."""

from datetime import date

from governance.areas.models import Area
from governance.dispatch.actions import load_report_figures
from governance.dispatch.models import Cycle
from grids.models import Event
from tests.factories.dispatch import make_cycle
from tests.factories.events import make_event

SECTIONS = [
    {"title": "网格事件", "indicators": ["events.count", "events.on_time_share"]},
    {"title": "基础工作", "indicators": ["grids.count", "visits.count"]},
]
MONDAY = "2026-11-23 02:00Z"  # the morning of the meeting
THIS_WEEK, LAST_WEEK = date(2026, 11, 18), date(2026, 11, 10)


def load_figures(**fields) -> None:
    """The short list, for weeks and for months."""
    row = {"ranked": "events.on_time_share", "followed": "events.count", "sections": SECTIONS, **fields}
    load_report_figures([{"kind": kind, **row} for kind in ("weekly", "monthly")])


def make_reporting_cycle(area: Area, **fields) -> Cycle:
    """The weekly cycle of that Monday, which reports the week before it."""
    return make_cycle(area, **{"period": "2026-W48", "due_on": date(2026, 11, 23), **fields})


def make_events(area: Area, on: date, *, on_time: int = 0, late: int = 0) -> list[Event]:
    """Events reported, accepted and ended on a day, in time or late."""
    fields = {"registered_on": on, "accepted_on": on, "resolved_on": on}
    ends = [{}] * on_time + [{"late_on": on}] * late
    return [make_event(area, "feedback", **fields, **end) for end in ends]
