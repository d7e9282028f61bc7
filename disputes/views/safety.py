from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from disputes.actions.safety import mark_minor, number_police_report, report_to_police
from disputes.enums.rights import Right
from disputes.forms.safety import MinorForm, PoliceNumberForm, PoliceReportForm
from disputes.models import Dispute
from disputes.presenting.safety import safety_of
from disputes.views.cases import find, show_case
from governance.kernel.pages import requires
from governance.kernel.scope import demand


@require_POST
@requires(Right.VIEW)
def police_report(request: HttpRequest, number: str) -> HttpResponse:
    """One button for everybody who handles the dispute, at any state of it that is open."""
    dispute = find(request.user, number)
    demand(request.user, Right.PROTECT, dispute.case.area_code)
    form = PoliceReportForm(request.POST)
    if not form.is_valid():
        safety = safety_of(dispute, request.user, police_form=form)
        return show_case(request, dispute, status=400, safety=safety)
    report = report_to_police(dispute, by=request.user, **form.cleaned_data)
    messages.success(request, _("已记录：报告给{office}。").format(office=report.reported_to))
    return redirect("disputes:case_detail", number)


@require_POST
@requires(Right.VIEW)
def police_number(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    dispute = find(request.user, number)
    demand(request.user, Right.PROTECT, dispute.case.area_code)
    report = get_object_or_404(dispute.police_reports, pk=pk)
    form = PoliceNumberForm(request.POST)
    given = form.cleaned_data["external_number"] if form.is_valid() else ""
    number_police_report(report, by=request.user, external_number=given)
    messages.success(request, _("已记下公安机关编号 {number}。").format(number=report.external_number))
    return redirect("disputes:case_detail", number)


@require_POST
@requires(Right.VIEW)
def case_minor(request: HttpRequest, number: str) -> HttpResponse:
    """Whoever marks it and may not see restricted disputes is led back to the list."""
    dispute = find(request.user, number)
    demand(request.user, Right.PROTECT, dispute.case.area_code)
    form = MinorForm(request.POST, auto_id="id_minor_%s")
    if not form.is_valid():
        safety = safety_of(dispute, request.user, minor_form=form)
        return show_case(request, dispute, status=400, safety=safety)
    mark_minor(dispute, by=request.user, **form.cleaned_data)
    if Dispute.objects.for_user(request.user).filter(pk=dispute.pk).exists():
        messages.success(request, _("{number} 已重新标明是否涉及未成年人。").format(number=number))
        return redirect("disputes:case_detail", number)
    messages.success(
        request, _("{number} 已标明涉及未成年人，改由有权查看限定可见纠纷的岗位办理。").format(number=number)
    )
    return redirect("disputes:case_list")
