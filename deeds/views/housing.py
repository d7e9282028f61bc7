from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from deeds import tables
from deeds.actions import report_progress
from deeds.enums import Right
from deeds.filters import HousingProjectFilter
from deeds.forms import ProgressForm
from deeds.models import HousingProject
from deeds.presenting.housing import buyers_page, look_of, money_page, wall_page, works_page
from governance.areas.models import Area
from governance.kernel.days import today, week_start
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from grids.presenting.codes import address_of, qr_svg


class HousingList(ListPage):
    """Housing projects with the progress last told."""

    required_right = Right.VIEW
    filterset_class = HousingProjectFilter
    order = ("area_code", "id")
    template_name = "deeds/housing_list.html"
    rows_template = "deeds/_housing_rows.html"
    layout = tables.HOUSING

    def rows_for(self, user):
        return HousingProject.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        for project in page or ():
            project.look = look_of(project.light)
        user = request.user
        widest = min((reach.code for reach in user.reaches(Right.VIEW)), key=len, default="")
        more = {"may_register": user.may(Right.MANAGE), "wall_code": widest}
        return super().context(request, filtered, page) | more


def find_housing(request, pk) -> HousingProject:
    rows = HousingProject.objects.for_user(request.user).for_list().select_related("area")
    found = get_object_or_404(rows, pk=pk)
    found.look = look_of(found.light)
    return found


@requires(Right.VIEW)
@require_safe
def housing_detail(request, pk):
    """The works; the money and the purchasers have pages of their own."""
    return _works(request, find_housing(request, pk))


@requires(Right.VIEW)
@require_safe
def housing_money(request, pk):
    page = money_page(find_housing(request, pk), request.user)
    return render(request, "deeds/housing_money.html", page)


@requires(Right.VIEW)
@require_safe
def housing_buyers(request, pk):
    page = buyers_page(find_housing(request, pk), request.user)
    if token := page["project"].token:
        page["address"] = address_of(request, "housing_public:project", token)
        page["qr"] = qr_svg(page["address"])
    return render(request, "deeds/housing_buyers.html", page)


@requires(Right.VIEW)
@require_safe
def housing_wall(request, code):
    """The meeting-room screen of an area."""
    area = get_object_or_404(Area.objects.for_user(request.user), code=code)
    page = wall_page(request.user, area.code, today())
    return render(request, "deeds/housing_wall.html", page | {"area": area, "as_of": today()})


@requires(Right.MANAGE)
@require_POST
def housing_report(request, pk):
    project = find_housing(request, pk)
    demand(request.user, Right.MANAGE, project.area_code)
    form = ProgressForm(request.POST)
    if form.is_valid():
        told = dict(form.cleaned_data)
        try:
            row = report_progress(project, by=request.user, day=told.pop("week_start"), **told)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, _("已填报 {} 这一周的进度。").format(row.week_start))
            return redirect("deeds:housing_detail", pk=pk)
    return _works(request, project, form=form, status=400)


def _works(request, project, *, form=None, status=200):
    page = works_page(project, request.user)
    by_hand = page["may_manage"] and not page["buildings"]
    if by_hand and form is None:
        form = ProgressForm(initial={"week_start": week_start(today())})
    page |= {"form": form, "chart": progress_chart(project)}
    return render(request, "deeds/housing_detail.html", page, status=status)


def progress_chart(project) -> dict:
    """Told against planned, the last 26 weeks."""
    rows = list(project.progress.all()[:26])[::-1]
    return {
        "id": "progress",
        "kind": "line",
        "title": _("实际进度跟得上计划吗"),
        "unit": "%",
        "labels": [row.week_start.strftime("%m-%d") for row in rows],
        "series": [
            {"name": _("实际"), "values": [row.percent for row in rows]},
            {"name": _("计划"), "values": [row.planned_percent for row in rows]},
        ],
    }
