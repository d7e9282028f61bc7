"""Two weekly work reports of a county: last week's issued, corrected once and waiting again; this week's as a draft.

Drawn when everything else is counted, as a report reads figures.
"""

import uuid
from datetime import datetime, time, timedelta

from django.utils import timezone

from demo.city import JINFENG, City
from governance.dispatch.actions import (
    edit_brief,
    find_figure_changes,
    issue_brief,
    issue_correction,
    prepare_brief,
)
from governance.dispatch.enums import BriefKind, CycleKind
from governance.dispatch.models import Brief, Cycle
from governance.kernel.scope import under
from governance.people.models import User
from grids.models import Visit

LATE = "上周三有网格员的手机没有信号，当天的走访本周才同步上来，计入上周。"


def make_work_reports(city: City) -> None:
    cycles = Cycle.objects.filter(area_id=city.areas[JINFENG], kind=CycleKind.WEEKLY).order_by("-due_on")[:2]
    if len(cycles) < 2:
        return
    by = User.objects.get(pk=city.people[("county_official", JINFENG)])
    now, last = cycles
    report = prepare_brief(last, BriefKind.WEEKLY_REPORT, by=by)
    edit_brief(report, by=by, introduction="现将上周工作情况报告如下。", closing="以上情况，请审阅。")
    issue_brief(report, by=by)
    _visit_late(report, 3)
    issue_correction(report, by=by, arrived=LATE)
    _visit_late(report, 1)
    find_figure_changes(city.today)
    prepare_brief(now, BriefKind.WEEKLY_REPORT, by=by)


def _visit_late(report: Brief, times: int) -> None:
    """Visits of the week reported that arrive after it was issued, past the verb: to homes visited before."""
    first = datetime.fromisoformat(report.content["from_on"]).date()
    at = datetime.combine(first + timedelta(days=2), time(16), timezone.get_default_timezone())
    for seen in Visit.objects.filter(under("area_code", JINFENG)).order_by("pk")[:times]:
        Visit.objects.create(
            client_uuid=uuid.uuid5(uuid.NAMESPACE_OID, f"late {report.pk} {seen.pk} {times}"),
            worker=seen.worker, household=seen.household, area=seen.area, outcome=seen.outcome,
            visited_at=at, visited_on=at.date(), captured_at=at,
        )  # fmt: skip
