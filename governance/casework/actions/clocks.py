from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from governance.casework.clock import WorkLimit, due_by, left_until, moved_due, next_tick, resumed_due
from governance.casework.enums import Limit, LimitUnit
from governance.casework.models import Case
from governance.casework.notifying import Message, notify
from governance.casework.offices import Offices
from governance.casework.rulebook import RuleBook
from governance.kernel.days import local_date, today
from governance.kernel.errors import Refused
from governance.kernel.wording import office_language


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


def until(due: datetime | None, limit: str = "") -> dict:
    """The fields of a limit whose end comes from outside the rules; None: nothing of ours runs."""
    began = timezone.now() if due else None
    return {"due_at": due, "limit": limit if due else "", "rule": None, "limit_began_at": began}


def limit_judged_anew(case: Case, *, complexity: str) -> dict:
    """The fields that move the limit to settle when a case turns out harder or easier than it was thought.

    The limit keeps its beginning, and the rules in force then; what an extension or a pause added stays.
    """
    if case.limit != Limit.HANDLE or case.handle_due_at is None or case.limit_began_at is None:
        return {}
    rule = RuleBook().rule(
        case.kind, Limit.HANDLE, complexity=complexity, level=case.level_id, area_code=case.area_code,
        day=local_date(case.limit_began_at),
    )  # fmt: skip
    if rule is None or rule.unit != case.limit_unit or case.limit_amount is None:
        return {}
    due = moved_due(case.handle_due_at, rule.amount - case.limit_amount, rule.unit)
    moved = {"rule": rule, "limit_amount": rule.amount, "due_at": due, "handle_due_at": due}
    if case.paused_at is not None:
        return moved | {"remaining": case.remaining + rule.amount - case.limit_amount}
    if due < timezone.now() <= case.handle_due_at:
        raise Refused("over_at_once", _("改判后限期马上就过了。请先办结，或保持原来的难易。"))
    for name, value in moved.items():
        setattr(case, name, value)
    late = {"late_on": None} if due >= timezone.now() else {}
    return moved | late | {"tick_at": next_tick(case, after=timezone.now())}


def second_return(case: Case) -> dict:
    """退回: the fields of a return. The second one takes the case to the centre that supervises, and tells it so."""
    owner = case.owner_area or case.area
    count = case.returned_count + 1
    changes = {"owner_post": None, "returned_count": count}
    offices = Offices([owner.code])
    centre = offices.centre_above(owner.code) if count > 1 else None
    if centre is None:
        return changes
    with office_language():
        words = _("{kind} {number}：已第 {n} 次退回，请督办单位决定由谁承办。").format(
            kind=case.get_kind_display(), number=case.number, n=count
        )
    seat = offices.supervisor_of(owner.code)
    post = seat if seat and seat.area_id == centre.pk else None
    notify([Message(case, "case.returned", f"{case.number} {count}", words, area=centre, post=post)])
    return changes | {"owner_area": centre, "level": centre.level}


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
