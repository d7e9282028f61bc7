"""What the called office does with a work order, and how the office that sent it ends it."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.casework.actions.cases import owner_changes, take_step
from governance.casework.actions.clocks import second_return
from governance.casework.actions.ticking import catch_up
from governance.casework.enums import OrderKind, Right
from governance.casework.models import Case, WorkOrder
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.kernel.wording import office_language
from governance.people.models import Post, User


def demand_part(order: WorkOrder, user: User) -> None:
    """Let in who sits in one of the two offices or handles cases at the place; whose turn it is, the step says."""
    seats = {seat.post_id for seat in user.seats}
    if not user.may(Right.HANDLE):
        raise PermissionDenied
    if not ({order.from_post_id, order.to_post_id} & seats or user.may(Right.HANDLE, order.area_code)):
        raise PermissionDenied


def _take(order: WorkOrder, step: str, *, by: User, note: str = "", **changes) -> None:
    """Move an order with what was filled in, which is what the step's lacks are judged by."""
    demand_part(order, by)
    for name, value in changes.items():
        setattr(order, name, value)
    move(order, step, by=by, note=note, changes=changes)


@transaction.atomic
def take_order(order: WorkOrder, *, by: User, note: str = "") -> None:
    """接收: the called office will come, or help."""
    _take(order, "take", by=by, note=note)


@transaction.atomic
def take_over_case(order: WorkOrder, *, by: User, note: str = "") -> None:
    """接受移交: from now on the case and its clock are the called office's."""
    demand_part(order, by)
    case = Case.objects.select_for_update(of=("self",)).select_related("area").get(pk=order.case_id)
    if case.closed_on is not None:
        raise Refused("case_closed", _("这件事已经办结，不用再接。请退回这张工单。"))
    if case.owner_post_id != order.from_post_id and not _dispatched(order, case):
        raise Refused("owner_changed", _("这件事已经换了承办岗位，请退回这张工单。"))
    before, changes = case.owner_post_id, owner_changes(case, order.to_post)
    _take(order, "take_over", by=by, note=note)
    for name, value in (changes | {"version": case.version + 1}).items():
        setattr(case, name, value)
    case.save(update_fields=[*changes, "version", "changed_at"])
    record("case.transfer", by=by, subject=case, before={"post": before}, after={"post": order.to_post_id})


def _dispatched(order: WorkOrder, case: Case) -> bool:
    """Whether a dispatcher sent the order, who never had the case: then its owner may have been any seat."""
    return order.from_post is not None and Right.DISPATCH in order.from_post.role.rights


@transaction.atomic
def return_order(order: WorkOrder, *, by: User, note: str) -> None:
    """退回, with the reason: the sender has to look for another way, and after a second transfer the supervisor."""
    _take(order, "return", by=by, note=note, ended_note=note.strip())
    if order.kind == OrderKind.TRANSFER:
        _count_return(order)


def _count_return(order: WorkOrder) -> None:
    case = Case.objects.select_for_update(of=("self",)).select_related("area").get(pk=order.case_id)
    catch_up(case)
    changes = second_return(case)
    if "owner_area" in changes and (step := _way_back(case)):
        with office_language():
            note = _("移交被退回，交{office}决定由谁承办。").format(office=changes["owner_area"])
        take_step(case, step, by=None, note=note, **changes)
        return
    case.returned_count += 1
    case.version += 1
    case.save(update_fields=["returned_count", "version", "changed_at"])


def _way_back(case: Case) -> str:
    """The step by which a case can leave its owner now; a paused one has none, the centre hears of it all the same."""
    leaving = (name for name in ("return", "escalate") if name in case.STEPS)
    return next((name for name in leaving if case.state in case.STEPS[name].sources), "")


@transaction.atomic
def answer_order(
    order: WorkOrder,
    *,
    by: User,
    outcome: str,
    arrived_at: datetime | None = None,
    attendee: str = "",
    need: str = "",
    note: str = "",
) -> None:
    """答复; to a whistle 报到: when the office came, who came, what came of it, and whether the whistle was needed."""
    if arrived_at is not None and arrived_at > timezone.now():
        raise Refused("arrival_ahead", _("到场时间不能晚于现在，请重新填写。"))
    _take(
        order,
        "answer",
        by=by,
        note=_answered(order, outcome, note),
        outcome=outcome.strip(),
        arrived_at=arrived_at,
        attendee=attendee.strip(),
        need=need,
        answered_at=timezone.now(),
    )
    if order.kind == OrderKind.WHISTLE:
        Case.objects.filter(pk=order.case_id, is_joint=False).update(is_joint=True)


def _answered(order: WorkOrder, outcome: str, note: str) -> str:
    with office_language():
        return _("{office}：{outcome}").format(office=order.to_post, outcome=outcome.strip()) + note


@transaction.atomic
def rate_order(order: WorkOrder, *, by: User, rating: str, note: str = "") -> None:
    """评价办结: the office that called says how the called one answered."""
    _take(order, "rate", by=by, note=note, rating=rating)


@transaction.atomic
def withdraw_order(order: WorkOrder, *, by: User, note: str) -> None:
    """撤回: it is no longer needed."""
    _take(order, "withdraw", by=by, note=note, ended_note=note.strip())


@transaction.atomic
def readdress_order(order: WorkOrder, *, by: User | None, to: Post, note: str) -> None:
    """Give an order whose called seat is gone to another one. Its state and its limit stay as they are."""
    before = order.to_post_id
    order.to_post = to
    order.save(update_fields=["to_post"])
    order.case.note("order_readdress", by=by, note=note)
    record("order.readdress", by=by, subject=order, before={"to": before}, after={"to": to.pk}, reason=note)


ORDER_VERBS = {
    "take": take_order,
    "take_over": take_over_case,
    "answer": answer_order,
    "return": return_order,
    "rate": rate_order,
    "withdraw": withdraw_order,
}
