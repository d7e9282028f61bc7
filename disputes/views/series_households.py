"""Single households of a series: seen, entered, put right, taken off; disputes of their own."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from disputes.actions.series import add_dispute
from disputes.actions.series_members import (
    add_household,
    change_household,
    open_disputes,
    remove_household,
)
from disputes.enums.rights import Right
from disputes.forms.series import ChosenForm, HouseholdForm
from disputes.models import Dispute, Series, SeriesMember
from disputes.presenting.series import household_facts, household_history
from disputes.presenting.series_agreements import preview
from disputes.views.series import find, show, shown_households
from governance.audit.actions import reveal
from governance.audit.enums import Right as AuditRight
from governance.kernel.errors import Refused
from governance.kernel.pages import requires
from governance.kernel.scope import demand

NOTE = 500


def find_household(series: Series, member: int) -> SeriesMember:
    found = get_object_or_404(series.members, pk=member)
    found.series = series
    return found


@requires(Right.VIEW)
@require_safe
def series_household(request: HttpRequest, pk: int, member: int) -> HttpResponse:
    """One household: what is owed, what was done, the agreement as it would be."""
    series = find(request.user, pk)
    found = find_household(series, member)
    own = Dispute.objects.for_user(request.user).select_related("case").filter(pk=found.dispute_id)
    context = {
        "series": series,
        "member": found,
        "dispute": own.first(),
        "facts": household_facts(found),
        "history": household_history(found),
        "preview": preview(series, found),
        "may_work": request.user.may(Right.MEDIATE, series.area_code) and not series.closed_on,
        "may_reveal": request.user.may(AuditRight.REVEAL, series.area_code),
    }
    return render(request, "disputes/series_household.html", context)


@requires(Right.MEDIATE)
def series_household_new(request: HttpRequest, pk: int) -> HttpResponse:
    series = find(request.user, pk)
    demand(request.user, Right.MEDIATE, series.area_code)
    form = HouseholdForm(request.POST or None)
    if form.is_valid():
        try:
            found = add_household(series, by=request.user, **form.given)
        except Refused as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("已添加“{}”。").format(found.household))
            return redirect("disputes:series_detail", pk)
    context = {"series": series, "form": form, "member": None}
    return render(
        request, "disputes/series_household_edit.html", context, status=400 if form.is_bound else 200
    )


@requires(Right.MEDIATE)
def series_household_edit(request: HttpRequest, pk: int, member: int) -> HttpResponse:
    series = find(request.user, pk)
    found = find_household(series, member)
    demand(request.user, Right.MEDIATE, series.area_code)
    form = HouseholdForm(request.POST or None, member=found)
    if form.is_valid():
        try:
            change_household(found, by=request.user, **form.given)
        except Refused as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("已保存“{}”。").format(found.household))
            return redirect("disputes:series_household", pk, member)
    context = {"series": series, "form": form, "member": found}
    return render(
        request, "disputes/series_household_edit.html", context, status=400 if form.is_bound else 200
    )


@require_POST
@requires(Right.MEDIATE)
def series_household_remove(request: HttpRequest, pk: int, member: int) -> HttpResponse:
    series = find(request.user, pk)
    found = find_household(series, member)
    demand(request.user, Right.MEDIATE, series.area_code)
    remove_household(found, by=request.user, note=request.POST.get("note", "").replace("\x00", "")[:NOTE])
    messages.success(request, _("“{}”已移出系列案。").format(found.household))
    return redirect("disputes:series_detail", pk)


@never_cache
@require_POST
@requires(AuditRight.REVEAL)
def series_phone(request: HttpRequest, pk: int, member: int) -> HttpResponse:
    """The telephone of a household in the clear, for a stated reason; it is in this answer and kept nowhere."""
    series = find(request.user, pk)
    found = find_household(series, member)
    value = reveal(found, "phone", by=request.user, reason=request.POST.get("reason", ""))
    context = {"series": series, "member": found, "label": _("电话"), "value": value}
    template = "components/masked_value.html" if request.htmx else "disputes/series_phone.html"
    return render(request, template, context)


@require_POST
@requires(Right.MEDIATE)
def series_disputes(request: HttpRequest, pk: int) -> HttpResponse:
    """A dispute of its own for each household ticked."""
    series = find(request.user, pk)
    demand(request.user, Right.MEDIATE, series.area_code)
    form = ChosenForm(request.POST, shown=shown_households(request, series))
    if not form.is_valid():
        return show(request, series, form=form, status=400)
    try:
        version = form.cleaned_data["version"]
        opened = open_disputes(series, form.members, by=request.user, version=version)
    except Refused as refusal:
        return show(request, series, form=form, refused=refusal.message, status=409)
    messages.success(request, _("已单独立 {} 件纠纷，在纠纷列表里继续办理。").format(len(opened)))
    return redirect("disputes:series_detail", pk)


@require_POST
@requires(Right.MEDIATE)
def series_add_dispute(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a registered dispute in, by its number."""
    series = find(request.user, pk)
    demand(request.user, Right.MEDIATE, series.area_code)
    number = request.POST.get("number", "").replace("\x00", "").strip()
    dispute = Dispute.objects.for_user(request.user).for_page().filter(case__number=number).first()
    if dispute is None:
        raise Refused("unknown_dispute", _("没有这个编号的纠纷，或者不在您的辖区，请核对。"))
    member = add_dispute(series, dispute, by=request.user)
    messages.success(request, _("已添加“{}”。").format(member.household))
    return redirect("disputes:series_detail", pk)
