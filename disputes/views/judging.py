from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from disputes.actions.judging import judge_dispute
from disputes.enums.rights import Right
from disputes.forms.judging import JudgeForm
from disputes.views.cases import find
from governance.kernel.pages import requires
from governance.kernel.scope import demand


@require_POST
@requires(Right.VIEW)
def case_judge(request, number):
    """研判: risk and difficulty, with the reason."""
    dispute = find(request.user, number)
    demand(request.user, Right.MEDIATE, dispute.case.area_code)
    form = JudgeForm(request.POST, dispute=dispute)
    if not form.is_valid():
        context = {"form": form, "case": dispute.case, "action_url": request.path}
        return render(request, "casework/case_form.html", context, status=400)
    judge_dispute(dispute, by=request.user, **form.cleaned_data)
    messages.success(request, _("{number} 已研判。").format(number=number))
    return redirect(reverse("disputes:case_detail", args=[number]))
