"""What an office asks of others over a case: 转请协办, 移交, 吹哨. The owner and the clock stay as they are."""

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.casework.actions.cases import check_version, owner_changes
from governance.casework.actions.clocks import under_limit
from governance.casework.choices import seats_to_call
from governance.casework.clock import due_by, moment_after
from governance.casework.enums import Limit, LimitUnit, OrderKind, Right
from governance.casework.models import Case, WorkOrder
from governance.casework.states import WAITING
from governance.kernel.errors import Refused
from governance.kernel.wording import office_language
from governance.people.models import Post, User

MOST_CALLED = 20


def sending_seat(case: Case, user: User) -> Post | None:
    """The person's own seat that may send orders over a case: its owner, else one that dispatches there."""
    held = [holding.post for holding in user.live_holdings if case.area_code.startswith(holding.area_code)]
    owners = [post for post in held if post.pk == case.owner_post_id]
    return next(iter(owners or [post for post in held if Right.DISPATCH in post.role.rights]), None)


@transaction.atomic
def send_orders(
    case: Case, *, by: User, kind: str, posts: Collection[Post], reason: str, version: int | None = None
) -> list[WorkOrder]:
    """Ask each of the seats, all or none: to help (the owner stays), to come, or one of them to take over."""
    if not by.may(Right.HANDLE, case.area_code):
        raise PermissionDenied
    case.refresh_from_db(from_queryset=Case.objects.select_for_update(of=("self",)).select_related("area"))
    check_version(case, version)
    seat = _demand_sendable(case, by, kind, posts, reason)
    respond_by = _respond_by(case)
    orders = [
        _send(case, by=by, kind=kind, seat=seat, post=post, reason=reason.strip(), respond_by=respond_by)
        for post in posts
    ]
    case.note(kind, by=by, note=_called(orders))
    return orders


def refer_case(case: Case, **asked) -> list[WorkOrder]:
    """转请协办: others help, the owner stays the owner."""
    return send_orders(case, kind=OrderKind.REFER, **asked)


def transfer_case(case: Case, **asked) -> list[WorkOrder]:
    """移交: another seat shall take over; until it does, the giver has the case and its clock."""
    return send_orders(case, kind=OrderKind.TRANSFER, **asked)


def whistle(case: Case, **asked) -> list[WorkOrder]:
    """吹哨: the offices that answer for the place come and report (报到)."""
    return send_orders(case, kind=OrderKind.WHISTLE, **asked)


SENDING = {OrderKind.REFER: refer_case, OrderKind.TRANSFER: transfer_case, OrderKind.WHISTLE: whistle}


def _demand_sendable(case: Case, by: User, kind: str, posts: Collection[Post], reason: str) -> Post:
    """The seat that sends, once nothing stands in the way."""
    if case.closed_on is not None:
        raise Refused("case_closed", _("这件事已经办结，不能再发工单。需要再办的请先重新办理。"))
    seat = sending_seat(case, by)
    if seat is None:
        owner = case.owner_post or case.owner_area or case.area
        raise Refused(
            "not_yours", _("这件事由{owner}承办，请由承办岗位或者调度员发工单。").format(owner=owner)
        )
    if not reason.strip():
        raise Refused("reason_required", _("请写明事由：请对方来做什么。"))
    _demand_callable(case, kind, posts)
    return seat


def _demand_callable(case: Case, kind: str, posts: Collection[Post]) -> None:
    if not posts or len(posts) > MOST_CALLED:
        raise Refused("seats_required", _("请选择 1 至 {most} 个单位。").format(most=MOST_CALLED))
    known = set(seats_to_call(case, kind).values_list("pk", flat=True))
    if strange := [post for post in posts if post.pk not in known]:
        raise Refused("not_callable", _("{office}不能接这张工单，请从列表中选择。").format(office=strange[0]))
    if kind == OrderKind.TRANSFER:
        _demand_transferable(case, posts)
    asked = case.orders.filter(state__in=WAITING, to_post__in=posts).select_related(
        "to_post__area", "to_post__role"
    )
    if earlier := asked.first():
        raise Refused(
            "already_asked",
            _("{office}还有一张没有答复的工单，请等答复，或者先撤回。").format(office=earlier.to_post),
        )


def _demand_transferable(case: Case, posts: Collection[Post]) -> None:
    if len(posts) != 1:
        raise Refused("one_owner", _("主责只能移交给一个单位，请只选一个；其他单位可以转请协办。"))
    if case.owner_post_id is None:
        raise Refused("no_owner", _("这件事还没有承办岗位，请直接分派。"))
    if case.orders.filter(state__in=WAITING, kind=OrderKind.TRANSFER).exists():
        raise Refused("already_offered", _("已经有一张移交工单在等待答复，请等答复，或者先撤回。"))
    owner_changes(case, posts[0])


def _respond_by(case: Case) -> datetime:
    now = timezone.now()
    due = due_by(under_limit(case, Limit.RESPOND)["rule"], now)
    return due or moment_after(timezone.localtime(now), 1, LimitUnit.DAY)


def _send(case: Case, *, by: User, kind: str, seat: Post, post: Post, reason: str, respond_by) -> WorkOrder:
    order = WorkOrder(
        case=case, area=case.area, kind=kind, from_post=seat, to_post=post, sent_by=by, reason=reason,
        respond_by=respond_by,
    )  # fmt: skip
    order.place_in(case.area)
    order.full_clean(exclude=["area_code"])
    order.save()
    record("order.send", by=by, subject=order, after={"kind": kind, "to": post.pk}, reason=reason)
    return order


def _called(orders: list[WorkOrder]) -> str:
    with office_language():
        offices = _("、").join(str(order.to_post) for order in orders)
        return _("{offices}：{reason}").format(offices=offices, reason=orders[0].reason)
