"""What casework registers in `settings.HANDOVER`: cases and work orders belong to seats and stay with them."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.casework.actions.orders import readdress_order
from governance.casework.actions.rehoming import rehome_case
from governance.casework.enums import Right
from governance.casework.kinds import kinds
from governance.casework.models import Case, WorkOrder
from governance.people.duties import Duty


def _open_cases():
    return Case.objects.open().select_related("owner_post__area", "owner_post__role")


def _page(case: Case) -> str:
    return reverse(kinds()[case.kind].detail_page, args=[case.number])


CASES = Duty(
    key="case",
    label=_("办件"),
    rows=_open_cases,
    owner="owner_post",
    of_seat=True,
    right=Right.VIEW,
    title=lambda case: f"{case.get_kind_display()} {case.number}",
    page=_page,
    hand=rehome_case,
)


def _waiting_orders():
    return WorkOrder.objects.waiting().for_page()


ORDERS = Duty(
    key="order",
    label=_("工单"),
    rows=_waiting_orders,
    owner="to_post",
    of_seat=True,
    right=Right.HANDLE,
    title=lambda order: f"{order.get_kind_display()} {order.case.number}",
    page=lambda order: reverse("casework:order_detail", args=[order.pk]),
    hand=readdress_order,
)
