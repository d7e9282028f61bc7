from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.kernel.pages import requires
from governance.kernel.scope import demand
from grids.views.body_posts import warn_of_lost_cross_post
from property import actions
from property.enums import Right
from property.forms import EndForm, SignForm
from property.forms.committees import CommitteeForm, DissolveForm
from property.models import ManagedCompound, OwnersCommittee, PropertyContract


@requires(Right.MANAGE)
def contract_sign(request, pk: int):
    compound = managed(request, ManagedCompound, pk)
    form = SignForm(request.POST or None, compound=compound)

    def sign():
        return actions.sign_contract(compound, by=request.user, **form.terms)

    return run(request, form, sign, compound, _("登记物业合同"))


@requires(Right.MANAGE)
def contract_end(request, pk: int):
    contract = managed(request, PropertyContract, pk)
    form = EndForm(request.POST or None)

    def end():
        actions.end_contract(contract, by=request.user, **form.cleaned_data)

    return run(request, form, end, contract.compound, _("终止物业合同"))


@requires(Right.MANAGE)
def committee_form(request, pk: int):
    compound = managed(request, ManagedCompound, pk)
    form = CommitteeForm(request.POST or None, compound=compound, user=request.user)

    def set_up():
        return actions.form_committee(compound, by=request.user, **form.cleaned_data)

    return run(request, form, set_up, compound, _("登记业委会、物管会"))


@requires(Right.MANAGE)
def committee_dissolve(request, pk: int):
    committee = managed(request, OwnersCommittee, pk)
    form = DissolveForm(request.POST or None, compound=committee.compound, user=request.user)

    def dissolve():
        if actions.dissolve_committee(committee, by=request.user, **form.cleaned_data):
            warn_of_lost_cross_post(request)

    return run(request, form, dissolve, committee.compound, _("解散业委会、物管会"))


def run(request, form, verb, about, title: str, back_url: str = "", *, then=None):
    """Show the form, or call the verb on a good one; what the database refuses goes back into the form.

    `about` has a name; without `back_url` it is a compound, to whose page the person returns. `then` says
    where else to go with what the verb made.
    """
    back_url = back_url or reverse("property:compound_detail", args=[about.pk])
    if request.method == "POST" and form.is_valid():
        try:
            made = verb()
        except ValidationError as invalid:
            form.add_error(None, invalid.messages)
        else:
            messages.success(request, _("{}：已办理{}。").format(about.name, title))
            return redirect(then(made) if then else back_url)
    context = {"form": form, "title": title, "about": about, "back_url": back_url}
    return render(request, "property/verb.html", context, status=400 if form.errors else 200)


def managed(request, model, pk: int):
    """A row in sight (404) that the user may manage (403)."""
    row = get_object_or_404(model.objects.for_user(request.user), pk=pk)
    demand(request.user, Right.MANAGE, row.area_code)
    return row
