from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from governance.casework.enums import Source
from governance.kernel.pages import requires
from governance.kernel.scope import demand
from grids.actions.errands import open_errand
from grids.enums.rights import ErrandRight, Right
from grids.forms.errands import ErrandForm
from grids.models import Errand, Household, NeedRequest, Resident
from grids.views.frames import frame_of


@requires(ErrandRight.HANDLE)
def errand_new(request: HttpRequest) -> HttpResponse:
    """A new errand: from a household, from a need without retyping, or for somebody who is on no list."""
    origin = _origin(request)
    household = origin.get("household")
    areas = [h.area for h in request.user.live_holdings if ErrandRight.HANDLE in h.post.role.rights]
    residents = _residents(request.user, household)
    note = {"note": origin["need"].text} if "need" in origin else {}
    form = ErrandForm(
        request.POST or None, household=household, residents=residents, areas=areas, initial=note
    )
    if form.is_valid():
        errand, _is_new = open_errand(by=request.user, **form.cleaned_data | origin)
        words = _("已发起代办，编号 {number}，查询码 {code}。")
        messages.success(request, words.format(number=errand.case.number, code=errand.case.public_code))
        return redirect("grids:errand_detail", errand.case.number)
    context = {"form": form, "frame_template": frame_of(request.user), **origin}
    return render(request, "grids/errand_new.html", context, status=400 if form.is_bound else 200)


def _origin(request: HttpRequest) -> dict:
    """The household, and the need, that the address names; what lies elsewhere is not found."""
    needs = NeedRequest.objects.for_user(request.user).select_related("household__area__successor")
    found = {}
    if number := _number(request, "need"):
        found["need"] = get_object_or_404(needs, pk=number)
    elif need := _need_of_visit(request, needs):
        found["need"] = need
    household = found["need"].household if "need" in found else None
    if number := _number(request, "household"):
        households = Household.objects.for_user(request.user).select_related("area__successor")
        household = get_object_or_404(households, pk=number)
    if household:
        demand(request.user, ErrandRight.HANDLE, household.area_code)
        found["household"] = household
    return found | ({"source": Source.VISIT} if "need" in found else {})


def _number(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else None


def _need_of_visit(request: HttpRequest, needs) -> NeedRequest | None:
    try:
        visit = UUID(request.GET.get("visit", ""))
    except ValueError:
        return None
    running = Errand.objects.for_user(request.user).running()
    asked = needs.filter(visit__client_uuid=visit).open().exclude(errands__in=running)
    return asked.order_by("-pk").first()


def _residents(user, household: Household | None):
    """Who lives there, the contact first; only for whoever may see the roster."""
    if household is None or not user.may(Right.ROSTER, household.area_code):
        return []
    here = Resident.objects.for_user(user).filter(household=household).living_here()
    return here.order_by("-is_contact", "pk")
