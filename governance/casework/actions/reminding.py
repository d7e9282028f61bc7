"""Who is told that a work order waits past its limit: no clock of a case strikes for it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from governance.casework.enums import Right
from governance.casework.models import WorkOrder
from governance.casework.notifying import Message, notify
from governance.casework.offices import Offices
from governance.kernel.days import local_date, today
from governance.kernel.wording import day_in_full, office_language
from governance.people.models import Post

_KIND = "order.late"


@transaction.atomic
def remind_of_late_orders(now: datetime | None = None) -> int:
    """Tell the called seat and the head of its office of every order not answered in time; answers how many.

    What an order says reaches each of them once, so a sweep that comes again, or days late, adds nothing.
    """
    orders = list(WorkOrder.objects.late(now).filter(case__closed_on=None).for_page().order_by("id"))
    with office_language():
        notify(list(_messages(orders)))
    return len(orders)


def _messages(orders: list[WorkOrder]) -> Iterator[Message]:
    heads = _heads({order.to_post.area_code for order in orders})
    for order in orders:
        seat, words = order.to_post, _words(order)
        head = heads.get(seat.area_code)
        for post in dict.fromkeys((seat, head or seat)):
            yield Message(
                order.case, _KIND, f"{order.case.number} {order.pk}", words, area=post.area, post=post
            )


def _heads(codes: Iterable[str]) -> dict[str, Post]:
    """The seat that leads each office; where an office has none, the nearest above it that supervises."""
    offices = Offices(codes)
    found = {code: above for code in codes if (above := offices.supervisor_of(code))}
    leading = Post.objects.open_on(today()).filter(area_code__in=codes, role__rights__contains=[Right.LEAD])
    return found | {post.area_code: post for post in leading.select_related("area", "role").order_by("-id")}


def _words(order: WorkOrder) -> str:
    return _(
        "{case} {number}：{office}发来的{kind}工单 {day} 前应当答复，期限已过。请尽快答复；办不了的，写明理由退回。"
    ).format(
        case=order.case.get_kind_display(), number=order.case.number, office=order.from_post or _("上级"),
        kind=order.get_kind_display(), day=day_in_full(local_date(order.respond_by)),
    )  # fmt: skip
