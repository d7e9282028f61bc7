from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext

from disputes.actions.parties import add_parties
from disputes.enums.rights import Right
from disputes.forms.parties import PartyLinesForm
from disputes.views.cases import find
from governance.kernel.pages import requires
from governance.kernel.scope import demand


@requires(Right.VIEW)
def parties_add(request: HttpRequest, number: str) -> HttpResponse:
    """Many parties at once, one to a line."""
    dispute = find(request.user, number)
    demand(request.user, Right.REGISTER, dispute.case.area_code)
    form = PartyLinesForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        added = add_parties(dispute, by=request.user, parties=form.cleaned_data["parties"])
        words = ngettext("已补录 {n} 名当事人。", "已补录 {n} 名当事人。", len(added))
        messages.success(request, words.format(n=len(added)))
        return redirect("disputes:case_detail", number)
    back = reverse("disputes:case_detail", args=[number])
    context = {"form": form, "case": dispute.case, "back_url": back}
    return render(request, "disputes/parties_add.html", context, status=400 if form.is_bound else 200)
