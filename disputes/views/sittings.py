from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from disputes.actions.sittings import hold_sitting, rewrite_sitting
from disputes.enums.rights import Right
from disputes.forms.sittings import SittingForm
from disputes.models import Dispute
from disputes.presenting.sittings import versions_of
from disputes.views.cases import find
from governance.kernel.errors import Refused
from governance.kernel.pages import demand, requires


@requires(Right.VIEW)
def sitting_new(request: HttpRequest, number: str) -> HttpResponse:
    dispute = find(request.user, number)
    demand(request.user, Right.MEDIATE, dispute.case.area_code)
    form = SittingForm(request.POST if request.method == "POST" else None, dispute=dispute)
    if form.is_valid():
        hold_sitting(dispute, by=request.user, **form.given)
        messages.success(request, _("调解记录已保存。"))
        return redirect("disputes:room", number)
    return _show(request, dispute, form, status=400 if form.is_bound else 200)


@requires(Right.VIEW)
def sitting_edit(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """Change a record. Whoever was overtaken gets both versions side by side, the own one still in the form."""
    dispute = find(request.user, number)
    demand(request.user, Right.MEDIATE, dispute.case.area_code)
    sitting = get_object_or_404(dispute.sessions, pk=pk)
    form = SittingForm(request.POST if request.method == "POST" else None, dispute=dispute, sitting=sitting)
    if not form.is_valid():
        return _show(request, dispute, form, status=400 if form.is_bound else 200)
    try:
        rewrite_sitting(sitting, by=request.user, **form.given)
    except Refused as refused:
        if refused.code != "stale":
            raise
        return _show(request, dispute, form, status=409, conflict=versions_of(sitting, form, refused.message))
    messages.success(request, _("调解记录已保存。"))
    return redirect("disputes:room", number)


def _show(request, dispute: Dispute, form, *, status: int, conflict: dict | None = None) -> HttpResponse:
    back = reverse("disputes:room", args=[dispute.case.number])
    context = {"form": form, "case": dispute.case, "back_url": back, "conflict": conflict}
    return render(request, "disputes/sitting.html", context, status=status)
