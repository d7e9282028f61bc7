"""Briefs of the meetings that are over: minutes and lists of tasks, the circular; the latest list is still a draft."""

import hashlib
from datetime import datetime, time

from django.utils import timezone

from demo.city import City
from demo.dispatch import RUNS
from governance.dispatch.enums import BriefKind, BriefState, CycleKind, CycleState
from governance.dispatch.models import Brief, Cycle
from governance.dispatch.papers.briefs import OUTLINES, draw, shipped
from governance.kernel.wording import office_language

KINDS = {
    CycleKind.WEEKLY: (BriefKind.MINUTES, BriefKind.ITEMS),
    CycleKind.MONTHLY: (BriefKind.CIRCULAR,),
}
INTRODUCTIONS = {
    BriefKind.MINUTES: "现将本期调度会议定的事项印发，请对照任务抓好落实。",
    BriefKind.ITEMS: "各单位按完成期限办理，办结后报结并附依据。",
    BriefKind.CIRCULAR: "现将本月现场督导和整改情况通报如下。",
}
CLOSING = "下一期会议先过没有销号的任务。"


def make_briefs(city: City) -> None:
    issued = Cycle.objects.filter(state=CycleState.ISSUED).select_related("area", "chair").order_by("due_on")
    last = {(cycle.area_id, cycle.kind): cycle.pk for cycle in issued}
    with office_language():
        for cycle in issued:
            by = city.people[(RUNS[cycle.area.code], cycle.area.code)]
            for kind in KINDS[CycleKind(cycle.kind)]:
                is_draft = kind == BriefKind.ITEMS and last[(cycle.area_id, cycle.kind)] == cycle.pk
                _write(cycle, kind, None if is_draft else by)


def _write(cycle: Cycle, kind: BriefKind, by: int | None) -> None:
    """A brief as the verbs would have left it the afternoon of the meeting; without `by` still a draft."""
    at = datetime.combine(cycle.due_on, time(16, 30), timezone.get_default_timezone())
    brief = Brief(cycle=cycle, kind=kind, content=OUTLINES[kind].build(cycle), drawn_at=at)
    brief.place_in(cycle.area)
    if by:
        brief.introduction, brief.closing = INTRODUCTIONS[kind], CLOSING
        brief.issue_year, brief.issue_no = cycle.issue_year, cycle.issue_no
        brief.issued_at, brief.issued_by_id, brief.state = at, by, BriefState.ISSUED
        brief.file = draw(brief, shipped(kind))
        brief.sha256 = hashlib.sha256(brief.file).hexdigest()
    brief.save()
