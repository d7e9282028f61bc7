from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.casework.actions.ordering import SENDING
from governance.casework.actions.orders import ORDER_VERBS, demand_part
from governance.casework.enums import OrderKind, Right
from governance.casework.filters.orders import Box, WorkOrderFilter
from governance.casework.forms.orders import ORDER_FORMS, OrderStepForm, SendForm
from governance.casework.models import Case, WorkOrder
from governance.casework.presenting.orders import order_next, order_row, order_steps
from governance.casework.tables.orders import ORDERS
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand

TABS = [
    (_("待我单位答复"), {"box": Box.IN, "waiting": "true"}),
    (_("发给我单位"), {"box": Box.IN}),
    (_("我单位发出"), {"box": Box.OUT}),
    (_("超期未答复"), {"late": "true"}),
    (_("全部"), {}),
]


class OrderList(ListPage):
    """Work orders: what is asked of one's own office first, and what it asked of others."""

    required_right = Right.VIEW
    filterset_class = WorkOrderFilter
    order = ("respond_by", "id")
    template_name = "casework/order_list.html"
    rows_template = "casework/_order_rows.html"
    layout = ORDERS

    def rows_for(self, user):
        return WorkOrder.objects.for_user(user).for_list().for_page()

    def context(self, request, filtered, page):
        rows = [order_row(order) for order in page or ()]
        return super().context(request, filtered, page) | {"rows": rows, "tabs": _tabs(request)}


def _tabs(request) -> list[dict]:
    now = {name: value for name, value in request.GET.items() if name in ("box", "waiting", "late")}
    page = reverse("casework:order_list")
    return [
        {
            "label": label,
            "url": page + "".join(f"{'&' if n else '?'}{k}={v}" for n, (k, v) in enumerate(query.items())),
            "active": query == now,
        }
        for label, query in TABS
    ]


def _order(request: HttpRequest, pk: int) -> WorkOrder:
    return get_object_or_404(WorkOrder.objects.for_user(request.user).for_page(), pk=pk)


@requires(Right.VIEW)
@require_safe
def order_detail(request: HttpRequest, pk: int) -> HttpResponse:
    order = _order(request, pk)
    return _show(request, order, order_steps(order, request.user))


def _show(request, order: WorkOrder, steps: list[dict], *, status: int = 200) -> HttpResponse:
    """An order with the case as far as it tells of it; the case's own page only for those who see the case."""
    case = order.case
    sees_case = Case.objects.for_user(request.user).filter(pk=case.pk).exists()
    context = {
        **order_row(order),
        "case": case,
        "case_url": reverse(case.of_kind.detail_page, args=[case.number])
        if sees_case and case.of_kind
        else "",
        "next_words": order_next(order),
        "steps": steps,
    }
    return render(request, "casework/order_detail.html", context, status=status)


@requires(Right.VIEW)
@require_POST
def order_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    order = _order(request, pk)
    demand_part(order, request.user)
    if step not in WorkOrder.STEPS:
        raise Http404
    form = ORDER_FORMS.get(step, OrderStepForm)(request.POST, order=order, step=WorkOrder.STEPS[step])
    if not form.is_valid():
        steps = order_steps(order, request.user, tried=form, tried_step=step)
        return _show(request, order, steps, status=400)
    ORDER_VERBS[step](order, by=request.user, **form.given)
    done = _("工单已{step}。").format(step=WorkOrder.STEPS[step].label)
    messages.success(request, done)
    return redirect("casework:order_detail", pk)


@requires(Right.VIEW)
def order_send(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    """Ask other offices over a case: a form of its own, since a whistle can call several."""
    case = get_object_or_404(Case.objects.for_user(request.user).for_list(), number=number)
    demand(request.user, Right.HANDLE, case.area_code)
    if kind not in OrderKind.values:
        raise Http404
    form = SendForm(request.POST if request.method == "POST" else None, case=case, kind=kind)
    back = reverse(case.of_kind.detail_page, args=[number])
    if form.is_valid():
        orders = SENDING[kind](case, by=request.user, **form.given)
        offices = _("、").join(str(order.to_post) for order in orders)
        messages.success(request, _("已发给{offices}。").format(offices=offices))
        return redirect(back)
    context = {"form": form, "case": case, "kind": OrderKind(kind), "back_url": back}
    return render(request, "casework/order_send.html", context, status=400 if form.errors else 200)
