from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.casework.clock import WorkLimit, due_by, left_until, resumed_due, rule_for
from governance.casework.enums import Limit, LimitUnit
from governance.casework.models import Case, CaseAction
from governance.kernel.days import today
from governance.kernel.errors import Refused

BATCH = 2000


def start_limit(case: Case, limit: str, *, complexity: str = "", own: WorkLimit | None = None) -> dict:
    """The fields that start a limit now; the limit to settle (办结) is also what lateness is judged by.

    `own` is a limit of the matter's own (of its category), which goes before the rules.
    """
    rule = own or rule_for(case.kind, limit, complexity=complexity, level=case.level_id)
    due = due_by(rule, timezone.now())
    changes = {"due_at": due, "limit_unit": rule.unit if rule else LimitUnit.DAY}
    if limit == Limit.HANDLE:
        changes |= {"handle_due_at": due, "limit_amount": rule.amount if rule else None}
    return changes


def pause_clock(case: Case, *, resume_on: date | None) -> dict:
    """The fields that stop the clock; what is left of the limit is kept."""
    if resume_on is not None and resume_on <= today():
        raise Refused("resume_in_past", _("预计恢复日期要晚于今天，请重新填写。"))
    now = timezone.now()
    left = left_until(case.due_at, now, case.limit_unit) if case.due_at else 0
    return {"paused_at": now, "remaining": left, "resume_on": resume_on}


def resume_clock(case: Case) -> dict:
    """The fields that let the clock run on with what was left."""
    due = resumed_due(case.remaining, timezone.now(), case.limit_unit) if case.due_at else None
    return {
        "due_at": due,
        "handle_due_at": due if case.handle_due_at else None,
        "paused_at": None,
        "remaining": None,
        "resume_on": None,
    }


def mark_late(now: datetime | None = None) -> int:
    """Give every case whose limit to settle has passed the date it became late on; answers how many.

    The date follows from the limit, not from the hour of the sweep, so a sweep three days late writes
    what a punctual one would have written. A case is marked once.
    """
    now = now or timezone.now()
    total = 0
    while marked := _mark_batch(now):
        total += marked
    return total


@transaction.atomic
def _mark_batch(now: datetime) -> int:
    overdue = Q(late_on=None, outcome="", paused_at=None, closed_on=None, handle_due_at__lt=now)
    held = list(
        Case.objects.filter(overdue)
        .select_for_update(skip_locked=True)
        .order_by("pk")
        .values_list("pk", "state")[:BATCH]
    )
    first_late_moment = F("handle_due_at") + timedelta(seconds=1)
    Case.objects.filter(pk__in=[pk for pk, _state in held]).update(
        late_on=TruncDate(first_late_moment, tzinfo=timezone.get_default_timezone())
    )
    note = _("办结限期已过。")
    CaseAction.objects.bulk_create(
        CaseAction(case_id=pk, kind="late", from_state=state, to_state=state, note=note) for pk, state in held
    )
    return len(held)
