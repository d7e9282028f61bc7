from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.kernel.days import today
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from governance.people.enums import Right as PeopleRight
from governance.people.models import PostHolding
from grids.actions.staffing import release_seat, staff_grid
from grids.enums.rights import Right
from grids.filters.territory import BuildingFilter, CompoundFilter, GridFilter, GridWorkerFilter
from grids.forms.roster import ReasonForm
from grids.forms.team import SeatForm
from grids.models import (
    BuildingGroup,
    Compound,
    Grid,
    GridWorker,
    NeedRequest,
    TeamMember,
    Visit,
    VisitConflict,
)
from grids.presenting.service_team import service_rows
from grids.rules.territory import size_words
from grids.tables.territory import BUILDINGS, COMPOUNDS, GRIDS, WORKERS


class GridList(ListPage):
    required_right = Right.VIEW
    filterset_class = GridFilter
    order = ("area_code", "id")
    template_name = "grids/grid_list.html"
    rows_template = "grids/_grid_rows.html"
    layout = GRIDS

    def rows_for(self, user):
        return Grid.objects.for_user(user)


@requires(Right.VIEW)
@require_safe
def grid_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """A grid on one page: its size, its team, its buildings, what was called on and what is owed."""
    user = request.user
    grid = get_object_or_404(Grid.objects.for_user(user).select_related("area"), pk=pk)
    inside = grid.area_code
    context = {
        "grid": grid,
        "size_words": size_words(grid.household_sum(today()), grid.size_rule()),
        "seats": grid.seats(today()),
        "services": service_rows(user, inside),
        "buildings": _buildings(user, inside),
        "visits": Visit.objects.for_user(user).within(inside).for_list().order_by("-visited_on", "-id")[:8],
        "needs": NeedRequest.objects.for_user(user).within(inside).open().order_by("opened_on", "id")[:8],
        "conflicts": VisitConflict.objects.for_user(user).within(inside).unreviewed()[:8],
        "led": set(
            TeamMember.objects.for_user(user)
            .within(inside)
            .led_by(user, today())
            .values_list("pk", flat=True)
        ),
        "may_staff": user.may(PeopleRight.MANAGE, inside) and user.may(Right.MANAGE, inside),
        "may_manage": user.may(Right.MANAGE, inside),
    }
    return render(request, "grids/grid_detail.html", context)


@requires(PeopleRight.MANAGE)
def grid_staff(request: HttpRequest, pk: int) -> HttpResponse:
    """Put somebody into a seat of the team."""
    grid = get_object_or_404(Grid.objects.for_user(request.user).select_related("area"), pk=pk)
    demand(request.user, PeopleRight.MANAGE, grid.area_code)
    form = SeatForm(request.POST or None, buildings=_buildings(request.user, grid.area_code))
    if form.is_valid() and _staffed(form, grid, request.user):
        messages.success(request, _("{}已到岗。").format(form.cleaned_data["account"]))
        return redirect("grids:grid_detail", pk)
    context = {"grid": grid, "form": form}
    return render(request, "grids/grid_staff.html", context, status=400 if form.is_bound else 200)


def _staffed(form: SeatForm, grid: Grid, user) -> bool:
    content = dict(form.cleaned_data)
    try:
        staff_grid(grid, by=user, user=content.pop("account"), **content)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return False
    return True


@require_POST
@requires(PeopleRight.MANAGE)
def seat_release(request: HttpRequest, pk: int, holding_pk: int) -> HttpResponse:
    grid = get_object_or_404(Grid.objects.for_user(request.user), pk=pk)
    held = PostHolding.objects.for_user(request.user).within(grid.area_code)
    holding = get_object_or_404(held, pk=holding_pk)
    form = ReasonForm(request.POST)
    release_seat(holding, by=request.user, reason=form.cleaned_data["reason"] if form.is_valid() else "")
    messages.success(request, _("{}已离岗，岗位空出。").format(holding.user))
    return redirect("grids:grid_detail", pk)


class WorkerList(ListPage):
    required_right = Right.VIEW
    filterset_class = GridWorkerFilter
    order = ("area_code", "id")
    template_name = "grids/worker_list.html"
    rows_template = "grids/_worker_rows.html"
    layout = WORKERS

    def rows_for(self, user):
        return GridWorker.objects.for_user(user)


class CompoundList(ListPage):
    required_right = Right.VIEW
    filterset_class = CompoundFilter
    order = ("area_code", "id")
    template_name = "grids/compound_list.html"
    rows_template = "grids/_compound_rows.html"
    layout = COMPOUNDS

    def rows_for(self, user):
        return Compound.objects.for_user(user).for_list()


class BuildingList(ListPage):
    required_right = Right.VIEW
    filterset_class = BuildingFilter
    order = ("area_code", "id")
    template_name = "grids/building_list.html"
    rows_template = "grids/_building_rows.html"
    layout = BUILDINGS

    def rows_for(self, user):
        seen = Compound.objects.for_user(user).filter(pk=OuterRef("compound_id"))
        return BuildingGroup.objects.for_user(user).annotate(compound_seen=Exists(seen))


@requires(Right.VIEW)
@require_safe
def compound_detail(request: HttpRequest, pk: int) -> HttpResponse:
    compound = get_object_or_404(Compound.objects.for_user(request.user).select_related("area"), pk=pk)
    groups = BuildingGroup.objects.for_user(request.user).filter(compound=compound)
    context = {"compound": compound, "buildings": groups.select_related("area").order_by("area_code")}
    return render(request, "grids/compound_detail.html", context)


def _buildings(user, area_code: str):
    groups = BuildingGroup.objects.for_user(user).within(area_code).filter(area__closed_on__isnull=True)
    return groups.select_related("area", "compound").order_by("area_code")
