from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from governance.dispatch import actions
from governance.dispatch.enums import Right
from governance.dispatch.filters.webhooks import WebhookFilter
from governance.dispatch.forms.webhooks import WebhookForm
from governance.dispatch.models import HookDelivery, Webhook
from governance.dispatch.tables.webhooks import WEBHOOKS
from governance.kernel.errors import Refused
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand

SHOWN = 50
STEPS = {
    "test": (actions.try_webhook, gettext_lazy("测试消息已排队，几秒后看结果。")),
    "stop": (actions.stop_webhook, gettext_lazy("已停用，不再通知这个地址。")),
    "resume": (actions.resume_webhook, gettext_lazy("已恢复使用。")),
}


class WebhookList(ListPage):
    """The addresses outside that are told of issued papers."""

    required_right = Right.MANAGE
    filterset_class = WebhookFilter
    order = ("-id",)
    template_name = "dispatch/webhook_list.html"
    rows_template = "dispatch/_webhook_rows.html"
    layout = WEBHOOKS

    def rows_for(self, user):
        return Webhook.objects.for_user(user).kept_by(user).for_list()


@requires(Right.MANAGE)
def webhook_new(request: HttpRequest) -> HttpResponse:
    """Register an address; its secret is on the answer to this one press and nowhere else."""
    form = WebhookForm(request.POST or None, user=request.user)
    if form.is_valid():
        try:
            hook, secret = actions.register_webhook(by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error("url", refused.message)
        else:
            return render(request, "dispatch/webhook_secret.html", {"hook": hook, "secret": secret})
    return render(request, "dispatch/webhook_new.html", {"form": form}, status=400 if form.is_bound else 200)


@requires(Right.MANAGE)
@require_safe
def webhook_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """An address and the log of what it was told."""
    hook = get_object_or_404(Webhook.objects.for_user(request.user).for_list(), pk=pk)
    demand(request.user, Right.MANAGE, hook.area_code)
    sent = hook.deliveries.select_related("brief", "correction").order_by("-id")[:SHOWN]
    return render(request, "dispatch/webhook_detail.html", {"hook": hook, "deliveries": sent})


@requires(Right.MANAGE)
@require_POST
def webhook_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    hook = get_object_or_404(Webhook.objects.for_user(request.user), pk=pk)
    if step not in STEPS:
        raise Http404
    verb, words = STEPS[step]
    verb(hook, by=request.user)
    messages.success(request, words)
    return redirect("dispatch:webhook_detail", pk)


@requires(Right.MANAGE)
@require_POST
def event_resend(request: HttpRequest, pk: int) -> HttpResponse:
    sent = get_object_or_404(HookDelivery.objects.for_user(request.user).select_related("webhook"), pk=pk)
    actions.resend_event(sent, by=request.user)
    messages.success(request, _("已安排重发，编号不变。"))
    return redirect("dispatch:webhook_detail", sent.webhook_id)
