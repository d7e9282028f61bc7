"""From the report to a seat that handles it: 核实立案, 派单, 退回, 升级, 合并."""

from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.casework.actions.cases import begin_step, escalate_case, owner_changes, take_step
from governance.casework.actions.clocks import start_limit
from governance.casework.enums import Limit, Outcome
from governance.casework.models import Case
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.wording import office_language
from governance.people.models import Post, User
from grids.choices.events import seats_above
from grids.enums.events import RETURNS_BEFORE_SUPERIOR, ReturnReason
from grids.enums.rights import EventRight
from grids.models import Event, EventCategory
from grids.rules.worklist import keeps_from

_ENDED = {"due_at": None, "owner_post": None}


@transaction.atomic
def verify_event(
    event: Event,
    *,
    by: User,
    note: str = "",
    version: int | None = None,
    category: EventCategory | None = None,
    grade: int | None = None,
    post: Post | None = None,
) -> None:
    """核实立案. The limit to settle begins now, the category's own before the rules; `post` dispatches too."""
    case = begin_step(event.case, "verify", by=by, version=version)
    event.category = category or event.category
    event.grade = event.grade if grade is None else grade
    event.desk_area = desk_of(case, by)
    event.full_clean()
    event.save(update_fields=["category", "grade", "desk_area"])
    limit = start_limit(case, Limit.HANDLE, complexity=str(event.grade), own=event.category.limit)
    take_step(case, "verify", by=by, note=note, accepted_on=today(), **limit)
    if post is not None:
        dispatch_event(event, by=by, post=post)


@transaction.atomic
def reject_event(event: Event, *, by: User, note: str, version: int | None = None) -> None:
    """不予立案: the reason is what the reporter is answered."""
    case = begin_step(event.case, "reject", by=by, version=version)
    event.answer = note
    event.save(update_fields=["answer"])
    take_step(case, "reject", by=by, note=note, outcome=Outcome.DECLINED, closed_on=today(), **_ENDED)


@transaction.atomic
def dispatch_event(event: Event, *, by: User, post: Post, note: str = "", version: int | None = None) -> None:
    """派单 to a seat; the limit runs on. Communities and grids are given only what is on their work list."""
    case = begin_step(event.case, "dispatch", by=by, version=version)
    if sentence := keeps_from(case, post):
        raise Refused("off_list", sentence)
    event.desk_area = desk_of(case, by) or event.desk_area
    event.save(update_fields=["desk_area"])
    take_step(case, "dispatch", by=by, note=note or _dispatched_to(post), **owner_changes(case, post))


@transaction.atomic
def return_event(
    event: Event,
    *,
    by: User,
    reason: str = ReturnReason.OTHER,
    note: str = "",
    version: int | None = None,
) -> None:
    """退回 with a reason to whoever dispatched; the second time to the superior, who then decides."""
    case = begin_step(event.case, "return", by=by, version=version)
    times = case.returned_count + 1
    desk = event.desk_area or case.owner_area or case.area
    changes = {"owner_post": None, "owner_area": desk, "level": desk.level}
    if times >= RETURNS_BEFORE_SUPERIOR and (superior := _superior_of(desk)):
        changes = owner_changes(case, superior)
    take_step(case, "return", by=by, note=_reason(reason, note), returned_count=times, **changes)


def escalate_event(event: Event, *, by: User, to: Area, note: str, version: int | None = None) -> None:
    """升级 to an area above, where it waits to be dispatched."""
    with transaction.atomic():
        escalate_case(event.case, by=by, to=to, note=note, version=version)
        event.desk_area = to
        event.save(update_fields=["desk_area"])


@transaction.atomic
def merge_event(event: Event, *, by: User, main: Event, note: str = "", version: int | None = None) -> None:
    """合并 into the event that goes on; whoever reported either is answered by that one."""
    list(Case.objects.select_for_update().filter(pk__in=[event.pk, main.pk]).order_by("pk"))
    case = begin_step(event.case, "merge", by=by, version=version)
    main.case.refresh_from_db()
    if main.pk == event.pk or main.case.closed_on is not None:
        raise Refused("main_ended", _("只能合并到另一件还在办理的事件，请重新选择。"))
    event.main = main
    event.save(update_fields=["main"])
    event.doubles.update(main=main)
    with office_language():
        note = _("合并到 {number}。").format(number=main.case.number) + note
        main.case.note("merge_in", by=by, note=_("{number} 合并到本件。").format(number=case.number))
    take_step(case, "merge", by=by, note=note, outcome=Outcome.MERGED, closed_on=today(), **_ENDED)


def desk_of(case: Case, by: User | None) -> Area | None:
    """The office of whoever dispatches: where the nearest of their posts that may do it lies."""
    held = [
        held.post.area
        for held in (by.live_holdings if by else ())
        if EventRight.DISPATCH in held.post.role.rights and case.area_code.startswith(held.area_code)
    ]
    return max(held, key=lambda area: len(area.code), default=None)


def _superior_of(desk: Area) -> Post | None:
    return seats_above(desk.code, EventRight.APPROVE).first()


def _dispatched_to(post: Post) -> str:
    with office_language():
        return _("派给{post}。").format(post=post)


def _reason(reason: str, note: str) -> str:
    if reason == ReturnReason.OTHER:
        return note
    with office_language():
        return f"{ReturnReason(reason).label}。{note}"
