from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from governance.casework.clock import WorkLimit, due_by, left_until, resumed_due
from governance.casework.enums import Limit, LimitUnit
from governance.casework.models import Case
from governance.casework.rulebook import RuleBook
from governance.kernel.days import today
from governance.kernel.errors import Refused


def under_limit(case: Case, limit: str, *, complexity: str = "") -> dict:
    """The fields that say which limit runs, and by which rule, for a limit whose end is known otherwise."""
    rule = RuleBook().rule(
        case.kind, limit, complexity=complexity, level=case.level_id, area_code=case.area_code, day=today()
    )
    return {"limit": limit, "rule": rule}


def start_limit(case: Case, limit: str, *, complexity: str = "", own: WorkLimit | None = None) -> dict:
    """The fields that start a limit now; the limit to settle (办结) is also what lateness is judged by.

    `own` is a limit of the matter's own (of its category), which goes before how long the rules allow; what
    happens when it is over, the rule says in any case.
    """
    now = timezone.now()
    changes = under_limit(case, limit, complexity=complexity)
    length = own or changes["rule"]
    due = due_by(length, now)
    changes |= {"due_at": due, "limit_began_at": now}
    changes["limit_unit"] = length.unit if length else LimitUnit.DAY
    if limit == Limit.HANDLE:
        changes |= {"handle_due_at": due, "limit_amount": length.amount if length else None}
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
