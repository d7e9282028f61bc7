from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.dispatch import actions
from governance.dispatch.enums import Channel, Right
from governance.dispatch.filters.deliveries import DeliveryFilter
from governance.dispatch.models import Delivery
from governance.dispatch.presenting.deliveries import is_address_known, ways_out
from governance.dispatch.tables.deliveries import DELIVERIES
from governance.kernel.pages import ListPage, requires


class DeliveryList(ListPage):
    """The log of what left the portal, and how each way is doing."""

    required_right = Right.DELIVERIES
    filterset_class = DeliveryFilter
    order = ("-created_at", "-id")
    template_name = "dispatch/delivery_list.html"
    rows_template = "dispatch/_delivery_rows.html"
    layout = DELIVERIES

    def rows_for(self, user):
        return Delivery.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        more = {"ways": ways_out(request.user), "is_address_known": is_address_known()}
        return super().context(request, filtered, page) | more


@requires(Right.DELIVERIES)
@require_POST
def delivery_resend(request, pk: int):
    delivery = get_object_or_404(Delivery.objects.for_user(request.user), pk=pk)
    actions.resend(delivery, by=request.user)
    messages.success(request, _("已安排重发，编号不变，对方不会收到两份。"))
    return redirect("dispatch:delivery_list")


@requires(Right.DELIVER)
@require_POST
def unsent_resend(request, channel: str):
    if channel not in Channel:
        raise Http404
    count = actions.resend_unsent(channel, by=request.user)
    words = _("{channel}：已安排重发 {count} 条。")
    messages.success(request, words.format(channel=Channel(channel).label, count=count))
    return redirect("dispatch:delivery_list")
