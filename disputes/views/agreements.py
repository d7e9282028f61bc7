from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from disputes.actions.agreements import save_draft
from disputes.actions.performance import perform_obligation, release_obligation
from disputes.enums.rights import Right
from disputes.forms.drafting import AgreementSheet
from disputes.forms.performance import PerformForm, ReleaseForm
from disputes.models import Obligation
from disputes.presenting.agreements import draft_beside, performance_of
from disputes.rules.sight import picture_right
from disputes.views.cases import find, show_case
from governance.files.actions import keep_picture
from governance.kernel.errors import Refused
from governance.kernel.pages import requires
from governance.kernel.scope import demand


@requires(Right.MEDIATE)
def agreement_draft(request, number):
    """Word an agreement. Who saves second sees both versions and merges them; nothing typed is lost."""
    dispute = find(request.user, number)
    demand(request.user, Right.MEDIATE, dispute.case.area_code)
    sheet = AgreementSheet(dispute, request.POST or None)
    context, status = {}, 400 if request.POST else 200
    if request.POST and sheet.is_valid():
        try:
            save_draft(dispute, by=request.user, **sheet.given)
        except Refused as refused:
            if refused.code != "changed_meanwhile":
                raise
            context, status = draft_beside(dispute, sheet, refused.message), 409
        else:
            messages.success(request, _("协议草稿已保存。"))
            return redirect("disputes:agreement_draft", number)
    context |= {"dispute": dispute, "case": dispute.case, "sheet": sheet}
    return render(request, "disputes/agreement_draft.html", context, status=status)


@require_POST
@requires(Right.MEDIATE)
def obligation_perform(request, number, pk):
    dispute = find(request.user, number)
    demand(request.user, Right.MEDIATE, dispute.case.area_code)
    row = get_object_or_404(Obligation.objects.for_user(request.user), agreement__dispute=dispute, pk=pk)
    form = PerformForm(request.POST, request.FILES)
    if not form.is_valid():
        performance = performance_of(dispute, request.user, tried={row.pk: form})
        return show_case(request, dispute, status=400, performance=performance)
    given, photo = form.cleaned_data, form.cleaned_data.pop("photo")
    area = dispute.case.area
    right = picture_right(dispute, Right.VIEW)
    receipt = keep_picture(photo, area=area, by=request.user, view_right=right) if photo else None
    perform_obligation(row, by=request.user, receipt=receipt, **given)
    messages.success(request, _("已登记履行：{what}。").format(what=row.what))
    return redirect("disputes:case_detail", number)


@require_POST
@requires(Right.MEDIATE)
def obligation_release(request, number, pk):
    dispute = find(request.user, number)
    demand(request.user, Right.MEDIATE, dispute.case.area_code)
    row = get_object_or_404(Obligation.objects.for_user(request.user), agreement__dispute=dispute, pk=pk)
    form = ReleaseForm(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    release_obligation(row, by=request.user, note=note)
    messages.success(request, _("已登记不再履行：{what}。").format(what=row.what))
    return redirect("disputes:case_detail", number)
