from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from disputes.actions.sittings import change_sitting, record_sitting
from disputes.enums.rights import Right
from disputes.forms.sittings import SittingForm
from disputes.presenting.agreements import sitting_beside
from disputes.views.cases import find
from governance.kernel.errors import Refused
from governance.kernel.pages import requires
from governance.kernel.scope import demand


@requires(Right.MEDIATE)
def sitting_record(request, number):
    dispute = find(request.user, number)
    demand(request.user, Right.MEDIATE, dispute.case.area_code)
    form = SittingForm(request.POST or None, dispute=dispute)
    if request.method == "POST" and form.is_valid():
        record_sitting(dispute, by=request.user, **form.given)
        messages.success(request, _("已登记一次调解。"))
        return redirect("disputes:case_detail", number)
    context = {"dispute": dispute, "case": dispute.case, "form": form}
    status = 400 if request.method == "POST" else 200
    return render(request, "disputes/sitting_form.html", context, status=status)


@requires(Right.MEDIATE)
def sitting_edit(request, number, pk):
    """Who saves second sees both versions and merges them; nothing typed is lost."""
    dispute = find(request.user, number)
    demand(request.user, Right.MEDIATE, dispute.case.area_code)
    sitting = get_object_or_404(dispute.sessions, pk=pk)
    form = SittingForm(request.POST or None, dispute=dispute, sitting=sitting)
    context, status = {}, 400 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            change_sitting(sitting, by=request.user, version=form.cleaned_data["version"], **form.given)
        except Refused as refused:
            if refused.code != "changed_meanwhile":
                raise
            context, status = sitting_beside(sitting, form, refused.message), 409
        else:
            messages.success(request, _("调解记录已保存。"))
            return redirect("disputes:case_detail", number)
    context |= {"dispute": dispute, "case": dispute.case, "form": form, "sitting": sitting}
    return render(request, "disputes/sitting_form.html", context, status=status)
