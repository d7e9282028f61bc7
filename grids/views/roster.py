from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from governance.audit.actions import reveal
from governance.audit.enums import Right as AuditRight
from governance.kernel.days import today
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from grids.actions.roster import end_tag, tag_resident
from grids.enums.rights import ErrandRight, EventRight, Right
from grids.filters.roster import HouseholdFilter
from grids.forms.roster import ReasonForm, TagForm
from grids.models import CareTag, Household, Resident
from grids.models.roster import ROUTE
from grids.views.frames import frame_of


class HouseholdList(ListPage):
    """The roster on the desk: doors, with who to talk to masked. Its files are made by `files`, never at once."""

    required_right = Right.ROSTER
    filterset_class = HouseholdFilter
    order = ROUTE
    template_name = "grids/household_list.html"
    rows_template = "grids/_household_rows.html"

    def rows_for(self, user):
        return Household.objects.for_user(user).for_list()


@requires(Right.ROSTER)
@require_safe
def household_detail(request: HttpRequest, pk: int) -> HttpResponse:
    household = get_object_or_404(Household.objects.for_user(request.user).select_related("area"), pk=pk)
    return render(request, "grids/household_detail.html", _household_context(request, household))


@require_POST
@requires(Right.MANAGE)
def household_tag(request: HttpRequest, pk: int) -> HttpResponse:
    household = get_object_or_404(
        Household.objects.for_user(request.user).select_related("area__successor"), pk=pk
    )
    demand(request.user, Right.MANAGE, household.area_code)
    form = TagForm(request.POST)
    if form.is_valid() and _tagged(form, household, request.user):
        messages.success(request, _("已加关爱标签，{} 到期。").format(form.cleaned_data["expires_on"]))
        return redirect("grids:household_detail", pk)
    context = _household_context(request, household) | {"tag_form": form}
    return render(request, "grids/household_detail.html", context, status=400)


def _tagged(form: TagForm, household: Household, user) -> bool:
    try:
        tag_resident(household, by=user, **form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return False
    return True


@require_POST
@requires(Right.MANAGE)
def tag_end(request: HttpRequest, pk: int) -> HttpResponse:
    tag = get_object_or_404(CareTag.objects.for_user(request.user), pk=pk)
    end_tag(tag, by=request.user)
    messages.success(request, _("已结束关爱标签“{}”。").format(tag))
    return redirect("grids:household_detail", tag.household_id)


@never_cache
@require_POST
@requires(AuditRight.REVEAL)
def resident_reveal(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """One value of one resident, for a stated reason; the look is on record before the value is shown."""
    if name not in Resident.SEALED:
        raise Http404
    resident = get_object_or_404(Resident.objects.for_user(request.user), pk=pk)
    form = ReasonForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    context = {
        "resident": resident,
        "label": Resident._meta.get_field(f"{name}_masked").verbose_name,
        "value": reveal(resident, name, by=request.user, reason=reason),
        "frame_template": frame_of(request.user),
    }
    template = "components/masked_value.html" if request.htmx else "grids/resident_reveal.html"
    return render(request, template, context)


def _household_context(request: HttpRequest, household: Household) -> dict:
    may_reveal = request.user.may(AuditRight.REVEAL, household.area_code)
    residents = (
        Resident.objects.for_user(request.user).filter(household=household).living_here().order_by("pk")
    )
    return {
        "household": household,
        "residents": [_resident_row(resident, may_reveal) for resident in residents],
        "tags": CareTag.objects.for_user(request.user).filter(household=household).live_on(today()),
        "visits": household.visits.select_related("worker").order_by("-visited_on", "-id")[:10],
        "tag_form": TagForm() if request.user.may(Right.MANAGE, household.area_code) else None,
        "may_visit": request.user.may(Right.VISIT, household.area_code),
        "may_run": request.user.may(ErrandRight.HANDLE, household.area_code),
        "may_report": request.user.may(EventRight.REPORT, household.area_code),
        "frame_template": frame_of(request.user),
    }


def _resident_row(resident: Resident, may_reveal: bool) -> dict:
    values = [
        {
            "label": Resident._meta.get_field(f"{name}_masked").verbose_name,
            "masked": getattr(resident, f"{name}_masked"),
            "url": reverse("grids:resident_reveal", args=[resident.pk, name]) if may_reveal else "",
        }
        for name in Resident.SEALED
        if getattr(resident, f"{name}_masked")
    ]
    return {"resident": resident, "values": values}
