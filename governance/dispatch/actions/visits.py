"""Supervision on the spot: what was reported against what was seen, and a task for each fault."""

from datetime import date

from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.dispatch.actions.items import set_task
from governance.dispatch.actions.meetings import meeting
from governance.dispatch.choices import offices_around
from governance.dispatch.enums import CycleKind, Sheet
from governance.dispatch.models import Cycle, PresetPoint, SupervisionVisit, VisitCheck
from governance.dispatch.models.actions import TASK
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.wording import plain


def record_visit(cycle: Cycle, *, by, subject: str, office: str, visited_on: date) -> SupervisionVisit:
    """Begin the record of a visit to a project or an office, with the points of the checklist."""
    with meeting(cycle, by) as held:
        if held.kind != CycleKind.MONTHLY:
            raise Refused("not_monthly", _("现场督导登记在月督导里，请打开本月的月督导。"))
        if visited_on > today():
            raise Refused("not_yet", _("督导日期不能晚于今天，请去过以后再登记。"))
        found = [known for known in offices_around(held.area) if known.key == office and known.post is None]
        if not found:
            raise Refused("no_such_office", _("被督导的单位要是本单位或者下一级单位，请重新选择。"))
        visit = SupervisionVisit(
            cycle=held, area=found[0].area, subject=plain(subject), visited_on=visited_on
        )
        visit.place_in(visit.area)
        visit.full_clean(exclude=["area_code"])
        visit.save()
        VisitCheck.objects.bulk_create(
            VisitCheck(visit=visit, position=point.position, title=point.title, hint=point.hint)
            for point in PresetPoint.objects.filter(sheet=Sheet.VISIT)
        )
        record("dispatch.visit", by=by, subject=visit, after={"subject": visit.subject, "on": visited_on})
    return visit


def fill_check(
    check: VisitCheck,
    *,
    by,
    reported: str = "",
    verified: str = "",
    finding: str = "",
    due_on: date | None = None,
) -> None:
    """What a point of the checklist showed. A fault takes a day to be mended by, and becomes a task of the office."""
    with meeting(check.visit.cycle, by) as held:
        check.refresh_from_db(fields=["action"])
        if check.action_id:
            raise Refused("task_set", _("这一项已经下达整改任务，不能再改；要改请撤销任务，另外定一项。"))
        check.reported, check.verified, check.finding = plain(reported), plain(verified), plain(finding)
        if check.finding:
            if due_on is None:
                raise Refused("no_due_day", _("发现问题要定整改期限，请填写期限。"))
            if due_on < check.visit.visited_on:
                raise Refused("due_too_early", _("整改期限不能早于督导日期，请改期限。"))
            text = f"{check.visit.subject}：{check.finding}"[:TASK]
            when = {"due_on": due_on, "decided_on": check.visit.visited_on}
            check.action = set_task(held, by, check.visit.area.code, text=text, **when)
        check.full_clean()
        check.save()
        after = {"reported": check.reported, "verified": check.verified, "finding": check.finding}
        record("dispatch.check", by=by, subject=check.visit, after=after | {"position": check.position})
