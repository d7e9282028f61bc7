from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from disputes.actions.group_agreement import conclude_draft, draft_for_group, sign_draft
from disputes.enums.rights import Right
from disputes.forms.group_agreement import GroupDraftForm, SignaturesForm
from disputes.models import Dispute
from disputes.presenting.room import words_beside
from disputes.views.cases import find
from governance.kernel.errors import Refused
from governance.kernel.pages import requires
from governance.kernel.scope import demand


@requires(Right.VIEW)
def room_agreement(request: HttpRequest, number: str) -> HttpResponse:
    """Word the one agreement. Whoever was overtaken sees what is saved beside the own words."""
    dispute = find(request.user, number)
    demand(request.user, Right.MEDIATE, dispute.case.area_code)
    form = GroupDraftForm(request.POST if request.method == "POST" else None, dispute=dispute)
    if not form.is_valid():
        return _show(request, dispute, form, status=400 if form.is_bound else 200)
    try:
        draft_for_group(dispute, by=request.user, **form.given)
    except Refused as refused:
        if refused.code != "changed_meanwhile":
            raise
        return _show(request, dispute, form, status=409, conflict=refused.message)
    messages.success(request, _("协议草稿已保存，请各方核对后签名。"))
    return redirect("disputes:room", number)


def _show(request, dispute: Dispute, form, *, status: int, conflict: str = "") -> HttpResponse:
    back = reverse("disputes:room", args=[dispute.case.number])
    context = {"form": form, "case": dispute.case, "back_url": back}
    context |= words_beside(dispute, form, conflict) if conflict else {}
    return render(request, "disputes/room_agreement.html", context, status=status)


@requires(Right.VIEW)
def room_signatures(request: HttpRequest, number: str) -> HttpResponse:
    """Who has signed the draft, one row each."""
    dispute = find(request.user, number)
    demand(request.user, Right.MEDIATE, dispute.case.area_code)
    draft = dispute.draft_agreement
    if draft is None:
        return redirect("disputes:room_agreement", number)
    form = SignaturesForm(request.POST if request.method == "POST" else None, draft=draft)
    if form.is_valid():
        sign_draft(dispute, by=request.user, **form.given)
        messages.success(request, _("签名情况已保存。"))
        return redirect("disputes:room", number)
    back = reverse("disputes:room", args=[number])
    context = {"form": form, "case": dispute.case, "back_url": back, "draft": draft}
    return render(request, "disputes/room_signatures.html", context, status=400 if form.is_bound else 200)


@require_POST
@requires(Right.VIEW)
def room_conclude(request: HttpRequest, number: str) -> HttpResponse:
    dispute = find(request.user, number)
    demand(request.user, Right.MEDIATE, dispute.case.area_code)
    conclude_draft(dispute, by=request.user)
    messages.success(request, _("各方都已签名，协议生效。"))
    return redirect("disputes:room", number)
