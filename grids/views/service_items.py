from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.kernel.pages import requires
from grids.actions.service_items import save_service, switch_rule
from grids.enums.rights import ErrandRight
from grids.forms.service_items import MaterialForms, ServiceForm
from grids.models import EligibilityRule, ServiceItem
from grids.views.frames import frame_of


@requires(ErrandRight.VIEW)
@require_safe
def service_item_list(request: HttpRequest) -> HttpResponse:
    """What can be run for residents, on which papers; and who is reminded of what."""
    context = {
        "items": ServiceItem.objects.prefetch_related("materials"),
        "rules": EligibilityRule.objects.select_related("item"),
        "may_handle": request.user.may(ErrandRight.HANDLE),
        "may_manage": request.user.may(ErrandRight.MANAGE),
        "frame_template": frame_of(request.user),
    }
    return render(request, "grids/service_item_list.html", context)


@requires(ErrandRight.MANAGE)
def service_item_new(request: HttpRequest) -> HttpResponse:
    return _edit(request, ServiceItem())


@requires(ErrandRight.MANAGE)
def service_item_edit(request: HttpRequest, code: str) -> HttpResponse:
    return _edit(request, get_object_or_404(ServiceItem, pk=code))


def _edit(request: HttpRequest, item: ServiceItem) -> HttpResponse:
    """An item and the papers it asks for, in one form."""
    is_new = item._state.adding
    listed = [] if is_new else list(item.materials.values("name", "is_required", "comes_back", "note"))
    form = ServiceForm(request.POST or None, instance=item)
    papers = MaterialForms(request.POST or None, prefix="paper", initial=listed)
    if request.method == "POST" and form.is_valid() and papers.is_valid():
        save_service(form.instance, by=request.user, materials=papers.given)
        messages.success(request, _("“{}”已保存，新发起的代办按这份目录办理。").format(form.instance))
        return redirect("grids:service_item_list")
    context = {"form": form, "papers": papers, "is_new": is_new, "frame_template": frame_of(request.user)}
    status = 400 if request.method == "POST" else 200
    return render(request, "grids/service_item_form.html", context, status=status)


@require_POST
@requires(ErrandRight.MANAGE)
def rule_switch(request: HttpRequest, code: str) -> HttpResponse:
    rule = get_object_or_404(EligibilityRule, pk=code)
    switch_rule(rule, by=request.user, is_enabled=request.POST.get("enabled") == "true")
    words = _("“{}”已启用，今夜起生成提醒。") if rule.is_enabled else _("“{}”已停用，不再生成提醒。")
    messages.success(request, words.format(rule))
    return redirect("grids:service_item_list")
