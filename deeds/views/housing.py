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
from governance.kernel.days import today, week_start
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand


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


@requires(Right.VIEW)
@require_safe
def housing_detail(request, pk):
    return _page(request, _project_of(request, pk))


@requires(Right.MANAGE)
@require_POST
def housing_report(request, pk):
    project = _project_of(request, pk)
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
    return _page(request, project, form=form, status=400)


def _project_of(request, pk) -> HousingProject:
    return get_object_or_404(HousingProject.objects.for_user(request.user).for_list(), pk=pk)


def _page(request, project, *, form=None, status=200):
    may_report = request.user.may(Right.MANAGE, project.area_code)
    context = {
        "project": project,
        "rows": project.progress.select_related("by")[:60],
        "form": form or (ProgressForm(initial={"week_start": week_start(today())}) if may_report else None),
        "chart": progress_chart(project),
    }
    return render(request, "deeds/housing_detail.html", context, status=status)


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
