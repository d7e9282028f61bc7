"""The worker's day on a phone. Every page works without JavaScript and asks for one thing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from governance.kernel.days import today as this_day
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from grids.actions.photos import add_photos, may_add_photo
from grids.actions.visits import log_visit
from grids.enums.rights import ErrandRight, EventRight, Right
from grids.enums.visits import VisitOutcome
from grids.filters.roster import HouseholdFilter
from grids.forms.photos import PhotoForm
from grids.forms.visits import PlaceVisitForm, VisitForm
from grids.models import Household, TeamMember, Visit
from grids.models.roster import ROUTE
from grids.presenting.today import open_items, suggestions
from grids.rules.eligibility import open_hints
from grids.rules.visits import follow_ups


@requires(Right.VISIT)
@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """A walk of at most seven doors with the reason for each, what came back, and what is still owed."""
    items = open_items(request.user)
    context = {
        "suggestions": suggestions(request.user, this_day()),
        "came_back": [item for item in items if item.came_back],
        "needs": [item for item in items if item.what == "need" and not item.came_back],
        "events": [item for item in items if item.what == "event" and not item.came_back],
        "hints": open_hints(request.user),
        "waiting": [item for item in items if item.what == "visit"],
    }
    return render(request, "grids/today.html", context)


class Roster(ListPage):
    required_right = Right.ROSTER
    filterset_class = HouseholdFilter
    order = ROUTE
    template_name = "grids/roster.html"
    rows_template = "grids/_roster_rows.html"

    def rows_for(self, user):
        return Household.objects.for_user(user).with_last_contact().with_care(this_day())


@requires(Right.VISIT)
def visit_new(request: HttpRequest, pk: int) -> HttpResponse:
    """First tap: the outcome. Second tap: confirm. `?outcome=normal` on a card saves the choice."""
    household = get_object_or_404(
        Household.objects.for_user(request.user).select_related("area__successor"), pk=pk
    )
    demand(request.user, Right.VISIT, household.area_code)
    outcome = request.POST.get("outcome") or request.GET.get("outcome", "")
    context = {"household": household, "outcomes": VisitOutcome.choices}
    if outcome not in VisitOutcome.values:
        return render(request, "grids/visit_outcome.html", context, status=400 if outcome else 200)
    form = VisitForm(request.POST or None, request.FILES or None, outcome=outcome)
    if form.is_valid():
        return _log(request, household=household, **form.cleaned_data)
    context |= {"form": form, "outcome": VisitOutcome(outcome)}
    return render(request, "grids/visit_form.html", context, status=400 if form.is_bound else 200)


@requires(Right.VISIT)
def report(request: HttpRequest) -> HttpResponse:
    """Something met on the way, at no household's door."""
    areas = [h.area for h in request.user.live_holdings if Right.VISIT in h.post.role.rights]
    form = PlaceVisitForm(request.POST or None, request.FILES or None, areas=areas)
    if form.is_valid():
        content = form.cleaned_data
        content["area"] = next(area for area in areas if area.code == content["area"])
        return _log(request, **content)
    context = {"form": form, "may_report": request.user.may(EventRight.REPORT)}
    return render(request, "grids/report.html", context, status=400 if form.is_bound else 200)


def _log(request: HttpRequest, *, photos: list, **content) -> HttpResponse:
    """Write the visit down, then its pictures: one that cannot be kept is told of on the receipt."""
    receipt = log_visit(request.user, by=request.user, **content)
    return _keep(request, receipt.visit, photos)


def _keep(request: HttpRequest, visit: Visit, photos: list) -> HttpResponse:
    for sentence in add_photos(visit, photos, by=request.user):
        messages.warning(request, sentence)
    return redirect("grids:visit_receipt", visit.client_uuid)


@require_POST
@requires(Right.VISIT)
def visit_photos(request: HttpRequest, client_uuid) -> HttpResponse:
    """More pictures of a visit, from its receipt."""
    visits = Visit.objects.for_user(request.user).select_related("area__successor")
    visit = get_object_or_404(visits, client_uuid=client_uuid)
    demand(request.user, Right.VISIT, visit.area_code)
    form = PhotoForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.warning(request, " ".join(form.errors["photos"]))
        return redirect("grids:visit_receipt", client_uuid)
    return _keep(request, visit, form.cleaned_data["photos"])


@requires(Right.VISIT)
@require_safe
def visit_receipt(request: HttpRequest, client_uuid) -> HttpResponse:
    """What was received, what it opened, and what can be opened from it."""
    visits = Visit.objects.for_user(request.user).select_related("household", "area", "worker")
    visit = get_object_or_404(visits, client_uuid=client_uuid)
    context = {
        "visit": visit,
        "needs": visit.needs.all(),
        "events": visit.events.for_user(request.user).select_related("case"),
        "follow_ups": follow_ups(visit, request.user),
        "photos": visit.photos.for_user(request.user).kept(),
        "photo_form": PhotoForm() if may_add_photo(visit, request.user) else None,
    }
    return render(request, "grids/visit_receipt.html", context)


@requires(Right.VISIT)
@require_safe
def my(request: HttpRequest) -> HttpResponse:
    """My own visits, for myself; my month; whom I lead; my posts; log out."""
    visits = Visit.objects.for_user(request.user).filter(worker=request.user).select_related("household")
    members = TeamMember.objects.for_user(request.user).led_by(request.user, this_day())
    context = {
        "visits": visits.order_by("-visited_on", "-id")[:20],
        "members": members.select_related("user", "post__role", "post__area").order_by("area_code", "pk")[
            :30
        ],
        "may_run": request.user.may(ErrandRight.HANDLE),
        "may_report": request.user.may(EventRight.REPORT),
    }
    return render(request, "grids/my.html", context)
