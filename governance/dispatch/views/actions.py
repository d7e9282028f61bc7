from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from governance.dispatch import actions
from governance.dispatch.enums import Right
from governance.dispatch.filters.actions import ActionFilter
from governance.dispatch.models import ActionItem
from governance.dispatch.presenting.actions import action_page, action_rows, form_for
from governance.dispatch.tables.actions import ACTIONS
from governance.kernel.lifecycle import demand_step
from governance.kernel.pages import ListPage, requires

VERBS = {
    "report": actions.report_action,
    "close": actions.close_action,
    "return": actions.return_action,
    "withdraw": actions.withdraw_action,
}
TABS = [
    (gettext_lazy("我单位的"), {"mine": "true", "pending": "true"}),
    (gettext_lazy("协办的"), {"helping": "true", "pending": "true"}),
    (gettext_lazy("超期"), {"overdue": "true"}),
    (gettext_lazy("待销号"), {"state": "reported"}),
    (gettext_lazy("结转的"), {"carried": "true", "pending": "true"}),
    (gettext_lazy("全部"), {}),
]


class ActionList(ListPage):
    """Tasks of meetings in the user's areas, those due first in front."""

    required_right = Right.VIEW
    filterset_class = ActionFilter
    order = ("due_on", "id")
    template_name = "dispatch/action_list.html"
    rows_template = "dispatch/_action_rows.html"
    layout = ACTIONS

    def rows_for(self, user):
        return ActionItem.objects.for_user(user).for_list().for_page()

    def context(self, request, filtered, page):
        rows = action_rows(list(page or ()), request.user)
        return {**super().context(request, filtered, page), "rows": rows, "tabs": _tabs(request)}


def _tabs(request) -> list[dict]:
    asked = {name for _label, query in TABS for name in query}
    now = {name: value for name, value in request.GET.items() if name in asked}
    page = reverse("dispatch:action_list")
    return [
        {"label": label, "url": f"{page}?{urlencode(query)}".rstrip("?"), "active": query == now}
        for label, query in TABS
    ]


@requires(Right.VIEW)
@require_safe
def action_detail(request, pk: int):
    task = _find(request, pk)
    return render(request, "dispatch/action_detail.html", action_page(task, request.user))


@requires(Right.VIEW)
@require_POST
def action_step(request, pk: int, step: str):
    """Report, strike off, return, withdraw: each with its own form on the task's page."""
    if step not in VERBS:
        raise Http404
    task = _find(request, pk)
    demand_step(task, ActionItem.STEPS[step], request.user)
    form = form_for(step, request.POST, request.FILES)
    if not form.is_valid():
        context = action_page(task, request.user, tried=form, tried_step=step)
        return render(request, "dispatch/action_detail.html", context, status=400)
    VERBS[step](task, by=request.user, **form.cleaned_data)
    messages.success(request, _("任务已{}。").format(ActionItem.STEPS[step].label))
    return redirect("dispatch:action_detail", pk)


def _find(request, pk: int) -> ActionItem:
    return get_object_or_404(ActionItem.objects.for_user(request.user).for_page(), pk=pk)
