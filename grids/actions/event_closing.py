"""After the seat reported back: 核查, 结案, 评价, or once more."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.casework.actions.cases import begin_step, take_step
from governance.casework.actions.clocks import start_limit, under_limit
from governance.casework.clock import resumed_due
from governance.casework.enums import Limit
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people.models import User
from grids.enums.events import REOPEN_WITHIN_DAYS, EventGrade
from grids.models import Event


@transaction.atomic
def redo_event(event: Event, *, by: User, note: str, version: int | None = None) -> None:
    """退回重办: the result does not stand; the limit runs on with what was left of it."""
    case = begin_step(event.case, "redo", by=by, version=version)
    due = None
    if event.left_at_feedback is not None:
        due = resumed_due(event.left_at_feedback, timezone.now(), case.limit_unit)
    open_again = {"outcome": "", "resolved_on": None, "due_at": due, "handle_due_at": due}
    open_again |= under_limit(case, Limit.HANDLE, complexity=str(event.grade))
    take_step(case, "redo", by=by, note=note, **open_again)


@transaction.atomic
def check_event(event: Event, *, by: User, note: str = "", version: int | None = None) -> None:
    """核查: somebody other than who did it has looked at the result."""
    case = begin_step(event.case, "check", by=by, version=version)
    take_step(case, "check", by=by, note=note)


@transaction.atomic
def close_event(event: Event, *, by: User, note: str = "", version: int | None = None) -> None:
    """结案. What came of it was said before: closed is not the same as solved."""
    case = begin_step(event.case, "close", by=by, version=version)
    take_step(case, "close", by=by, note=note, closed_on=today(), due_at=None)


@transaction.atomic
def rate_event(
    event: Event, *, by: User | None, satisfaction: str, note: str = "", version: int | None = None
) -> None:
    """评价 by the reporter (`by` None), or written down by the dispatcher who called back."""
    case = begin_step(event.case, "rate", by=by, version=version)
    event.satisfaction, event.rating_note = satisfaction, note[:500]
    event.full_clean()
    event.save(update_fields=["satisfaction", "rating_note"])
    take_step(case, "rate", by=by, note=note)


@transaction.atomic
def reopen_event(event: Event, *, by: User | None, note: str, version: int | None = None) -> None:
    """重新办理: the reporter (`by` None, for some days) or the dispatcher says it is not solved.

    The earlier end no longer counts, the limit begins anew, the count of reopenings stays.
    """
    case = begin_step(event.case, "reopen", by=by, version=version)
    if by is None and case.closed_on and (today() - case.closed_on).days > REOPEN_WITHIN_DAYS:
        words = _("结案已经超过 {days} 天，请重新上报，我们会接着办理。")
        raise Refused("too_late", words.format(days=REOPEN_WITHIN_DAYS))
    if event.grade == EventGrade.OWN:
        event.grade = event.category.grade
    event.satisfaction, event.rating_note, event.left_at_feedback = "", "", None
    event.save(update_fields=["grade", "satisfaction", "rating_note", "left_at_feedback"])
    desk = event.desk_area or case.owner_area or case.area
    anew = {"outcome": "", "resolved_on": None, "closed_on": None, "owner_post": None, "owner_area": desk}
    anew |= {"level": desk.level, "accepted_on": case.accepted_on or today()}
    anew |= {"reopened_count": case.reopened_count + 1, "returned_count": 0}
    limit = start_limit(case, Limit.HANDLE, complexity=str(event.grade), own=event.category.limit)
    take_step(case, "reopen", by=by, note=note, **anew, **limit)
