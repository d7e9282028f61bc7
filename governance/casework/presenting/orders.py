"""Work orders as the pages show them: how they stand, whose turn it is, what can be sent from a case."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.casework.actions.ordering import sending_seat
from governance.casework.clock import left_until
from governance.casework.enums import LimitUnit, OrderKind, Right
from governance.casework.forms.orders import ORDER_FORMS, OrderStepForm
from governance.casework.models import Case, WorkOrder
from governance.casework.states import WAITING, OrderState
from governance.kernel.days import local_date
from governance.kernel.lifecycle import open_steps

_TONES = {
    OrderState.OFFERED: "near",
    OrderState.TAKEN: "primary",
    OrderState.ANSWERED: "primary",
    OrderState.CLOSED: "ok",
    OrderState.RETURNED: "late",
    OrderState.WITHDRAWN: "paused",
}


def order_row(order: WorkOrder, *, now=None) -> dict:
    """An order with its badge and the time left to answer."""
    now = now or timezone.now()
    waiting = order.state in WAITING
    late = waiting and order.respond_by < now
    days = -max((local_date(now) - local_date(order.respond_by)).days, 1) if late else None
    if waiting and not late:
        days = left_until(order.respond_by, now, LimitUnit.DAY)
    return {
        "order": order,
        "url": reverse("casework:order_detail", args=[order.pk]),
        "tone": _TONES[order.state],
        "waiting": waiting,
        "days_left": days,
    }


def orders_of(case: Case, user) -> dict:
    """The orders over a case and the ways to send another: for the page of the case, of any kind."""
    found = case.orders.select_related("from_post__area", "from_post__role", "to_post__area", "to_post__role")
    may_send = case.closed_on is None and user.may(Right.HANDLE, case.area_code) and sending_seat(case, user)
    kinds = [kind for kind in OrderKind if kind != OrderKind.TRANSFER or case.owner_post_id]
    return {
        "rows": [order_row(order) for order in found.order_by("id")],
        "ways": [
            {"label": kind.label, "url": reverse("casework:order_send", args=[case.number, kind])}
            for kind in kinds
            if may_send
        ],
    }


def order_steps(
    order: WorkOrder, user, *, tried: OrderStepForm | None = None, tried_step: str = ""
) -> list[dict]:
    """The steps open to the person, each with its form; `tried` is a form just refused."""
    found = []
    for step in open_steps(order, user):
        form = ORDER_FORMS.get(step.name, OrderStepForm)
        filled = tried if step.name == tried_step else form(order=order, step=step)
        url = reverse("casework:order_step", args=[order.pk, step.name])
        found.append({"step": step, "form": filled, "open": step.name == tried_step, "url": url})
    return found


def order_next(order: WorkOrder) -> str:
    """Who does what next."""
    waiting = {
        OrderKind.REFER: _("{office}协办后写明结果；承办单位不变。"),
        OrderKind.TRANSFER: _("{office}接受后成为承办单位；接受之前仍由原单位承办，限期照算。"),
        OrderKind.WHISTLE: _("{office}到场报到，写明到场时间、到场人和结果。"),
    }
    words = {
        OrderState.OFFERED: waiting[order.kind],
        OrderState.TAKEN: waiting[order.kind],
        OrderState.ANSWERED: _("{sender}评价后办结。"),
        OrderState.RETURNED: _("{office}已退回，由{sender}另作安排。"),
        OrderState.WITHDRAWN: _("{sender}已撤回，不用再办。"),
        OrderState.CLOSED: _("已经办结。"),
    }
    return words[order.state].format(office=order.to_post, sender=order.from_post or _("发出单位"))
