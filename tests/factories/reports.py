"""What work reports are drawn from: a short list of figures, and events on known days."""

from datetime import date, timedelta

from governance.areas.models import Area
from governance.dispatch import actions
from governance.dispatch.enums import BriefKind
from governance.dispatch.models import Brief, Correction, Cycle
from governance.kernel.days import today, week_key, week_start
from grids.models import Event
from tests.factories.dispatch import make_cycle
from tests.factories.events import make_event
from tests.factories.people import make_user

SECTIONS = [
    {"title": "网格事件", "indicators": ["events.count", "events.on_time_share"]},
    {"title": "基础工作", "indicators": ["grids.count", "visits.count"]},
]
MONDAY = "2026-11-23 02:00Z"  # the morning of the meeting
ARRIVED = "11月18日的 1 件事件 11月25日才补登。"
THIS_WEEK, LAST_WEEK = date(2026, 11, 18), date(2026, 11, 10)


def load_figures(**fields) -> None:
    """The short list, for weeks and for months."""
    row = {"ranked": "events.on_time_share", "followed": "events.count", "sections": SECTIONS, **fields}
    actions.load_report_figures([{"kind": kind, **row} for kind in ("weekly", "monthly")])


def make_reporting_cycle(area: Area, **fields) -> Cycle:
    """The cycle of this week, held on its Monday, which reports the week before."""
    return make_cycle(area, **{"period": week_key(today()), "due_on": week_start(today()), **fields})


def make_events(area: Area, on: date, *, on_time: int = 0, late: int = 0) -> list[Event]:
    """Events reported, accepted and ended on a day, in time or late."""
    fields = {"registered_on": on, "accepted_on": on, "resolved_on": on}
    ends = [{}] * on_time + [{"late_on": on}] * late
    return [make_event(area, "feedback", **fields, **end) for end in ends]


def make_issued_report(area: Area, *, by=None, **fields) -> Brief:
    """The report of this week's cycle, issued; its official is the city's."""
    by = by or make_user("city_official", Area.objects.get(code=area.code[:4]))
    brief = actions.prepare_brief(make_reporting_cycle(area, **fields), BriefKind.WEEKLY_REPORT, by=by)
    actions.issue_brief(brief, by=by)
    brief.refresh_from_db()
    return brief


def make_changed_report(area: Area, **fields) -> Brief:
    """An issued report, one event of its week registered after it, found by the sweep."""
    load_figures()
    brief = make_issued_report(area, **fields)
    make_events(area, week_start(today()) - timedelta(days=5), on_time=1)
    actions.find_figure_changes(today())
    return brief


def make_correction(area: Area, *, by=None, **fields) -> Correction:
    by = by or make_user("city_official", Area.objects.get(code=area.code[:4]))
    return actions.issue_correction(make_changed_report(area, by=by, **fields), by=by, arrived=ARRIVED)
