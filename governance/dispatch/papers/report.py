"""The work report of an office for a week or a month, as one plain value: page, interface and file read it."""

from datetime import date

from django.utils import timezone

from governance.dispatch.enums import ActionState, BriefKind, BriefState, CycleKind
from governance.dispatch.models import ActionItem, Brief, Cycle
from governance.dispatch.papers.comparing import ranking_of, trend_of
from governance.dispatch.papers.figures import lines_of, notes_of, read_shown, said_lines, shown_figures
from governance.dispatch.papers.periods import reported
from governance.kernel.wording import office_language
from governance.statistics.reading import Span


def draw_report(cycle: Cycle) -> dict:
    """The report from the rows as they are now."""
    with office_language():
        span, shown = reported(cycle), shown_figures(cycle)
        now = read_shown(cycle, shown)
        lines = lines_of(cycle, shown, now, issued_before(cycle))
        return {
            "office": cycle.area.name,
            "area_code": cycle.area_code,
            "kind": str(cycle.kind),
            "period": cycle.period,
            "from_on": span.from_on.isoformat(),
            "to_on": span.to_on.isoformat(),
            "as_of": span.as_of.isoformat(),
            "read_at": timezone.localtime().replace(microsecond=0).isoformat(),
            "lines": lines,
            "moves": [line["move"] for line in lines if line["move"]],
            "notes": notes_of(lines),
            "tasks": tasks_of(cycle, span),
            "late": late_of(cycle),
            "ranking": ranking_of(cycle, shown, now),
            "trend": trend_of(cycle, shown),
        }


def issued_before(cycle: Cycle) -> dict[str, dict]:
    """What the report of the period before says by indicator, with its corrections; nothing where none was issued."""
    kind = BriefKind.WEEKLY_REPORT if cycle.kind == CycleKind.WEEKLY else BriefKind.MONTHLY_REPORT
    reports = Brief.objects.defer("file").filter(
        kind=kind, state=BriefState.ISSUED, area=cycle.area, cycle__period__lt=cycle.period
    )
    last = reports.order_by("-cycle__period").first()
    if last is None or last.content["to_on"] != reported(cycle, back=1).to_on.isoformat():
        return {}
    return said_lines(last)


def tasks_of(cycle: Cycle, span: Span) -> dict[str, list[dict]]:
    """What became of the tasks of the office's meetings: struck off and new within the period, open at its end."""
    own = ActionItem.objects.filter(cycle__kind=cycle.kind, cycle__area=cycle.area).for_page()
    own = own.order_by("decided_on", "pk")
    within = (span.from_on, span.to_on)
    parts = {
        "closed": own.filter(state=ActionState.CLOSED, ended_on__range=within),
        "new": own.filter(decided_on__range=within),
        "open": own.pending_on(span.to_on),
    }
    return {name: [_task(task, span.to_on) for task in rows] for name, rows in parts.items()}


def _task(task: ActionItem, day: date) -> dict:
    end = task.ended_on if task.ended_on and task.ended_on <= day else day
    late = (end - task.due_on).days
    return {
        "id": task.pk,
        "text": task.text,
        "owner": task.owner,
        "due_on": task.due_on.isoformat(),
        "age_days": (end - task.decided_on).days,
        "late_days": max(late, 0),
    }


def late_of(cycle: Cycle) -> dict[str, list[dict]]:
    """What is late for the first time in this cycle, and what the one before listed and is late no more."""
    earlier = Cycle.objects.filter(kind=cycle.kind, area=cycle.area, period__lt=cycle.period)
    last = earlier.order_by("-period").first()
    now = list(cycle.items.filter(action__isnull=True))
    listed = list(last.items.filter(action__isnull=True)) if last else []
    kept = {item.key for item in now}
    return {
        "new": [_late(item) for item in now if not item.is_carried],
        "gone": [_late(item) for item in listed if item.key not in kept],
    }


def _late(item) -> dict:
    return {"topic": item.topic, "title": item.title, "owner": item.owner, "lag": item.lag}
