"""What the seat does that an event is with: 接单, 开始处置, 回单, 挂起, 恢复."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from governance.casework.actions import extensions
from governance.casework.actions.cases import begin_step, take_step
from governance.casework.actions.clocks import pause_clock, resume_clock, start_limit
from governance.casework.clock import left_until
from governance.casework.enums import Limit, Outcome
from governance.casework.models import Extension
from governance.kernel.days import today
from governance.people.models import User
from grids.actions.events import end_self_handled, keep_photos
from grids.models import Event


@transaction.atomic
def self_handle_event(event: Event, *, by: User, note: str = "", version: int | None = None) -> None:
    """自办: whoever reported it settled it after all."""
    begin_step(event.case, "self_handle", by=by, version=version)
    end_self_handled(event, by=by, note=note)


@transaction.atomic
def accept_event(event: Event, *, by: User, note: str = "", version: int | None = None) -> None:
    """接单."""
    case = begin_step(event.case, "accept", by=by, version=version)
    take_step(case, "accept", by=by, note=note)


@transaction.atomic
def start_event(event: Event, *, by: User, note: str = "", version: int | None = None) -> None:
    """开始处置."""
    case = begin_step(event.case, "start", by=by, version=version)
    take_step(case, "start", by=by, note=note)


@transaction.atomic
def give_feedback(
    event: Event,
    *,
    by: User,
    answer: str,
    is_solved: bool = True,
    photos: Iterable = (),
    note: str = "",
    version: int | None = None,
) -> None:
    """回单: what was done, in words for the reporter. The limit to settle stands still while the result is checked."""
    case = begin_step(event.case, "feedback", by=by, version=version)
    event.answer = answer
    event.left_at_feedback = left_until(case.due_at, timezone.now(), case.limit_unit) if case.due_at else None
    event.save(update_fields=["answer", "left_at_feedback"])
    keep_photos(event, photos, by=by, results=True)
    ended = {"outcome": Outcome.UNSOLVED, "resolved_on": None}
    if is_solved:
        ended = {"outcome": Outcome.RESOLVED, "resolved_on": today()}
    check_by = start_limit(case, Limit.FOLLOW_UP)
    check_by.pop("limit_unit")  # the limit to settle goes on with its own after a redo
    take_step(case, "feedback", by=by, note=note, **check_by, **ended)


@transaction.atomic
def suspend_event(
    event: Event, *, by: User, note: str, resume_on: date | None = None, version: int | None = None
) -> None:
    """挂起. The clock stops."""
    case = begin_step(event.case, "suspend", by=by, version=version)
    take_step(case, "suspend", by=by, note=note, **pause_clock(case, resume_on=resume_on))


@transaction.atomic
def resume_event(event: Event, *, by: User, note: str = "", version: int | None = None) -> None:
    """恢复. The clock runs on with what was left."""
    case = begin_step(event.case, "resume", by=by, version=version)
    take_step(case, "resume", by=by, note=note, **resume_clock(case))


def ask_event_extension(
    event: Event, *, by: User, amount: int, note: str, version: int | None = None
) -> Extension:
    """申请延期, see `casework.actions.extensions`."""
    return extensions.ask_extension(event.case, by=by, amount=amount, note=note, version=version)


def grant_event_extension(event: Event, *, by: User, note: str = "", version: int | None = None) -> Extension:
    """批准延期."""
    return extensions.grant_extension(event.case, by=by, note=note, version=version)


def refuse_event_extension(event: Event, *, by: User, note: str, version: int | None = None) -> Extension:
    """不同意延期."""
    return extensions.refuse_extension(event.case, by=by, note=note, version=version)
