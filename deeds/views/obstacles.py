from functools import partial

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from deeds import tables
from deeds.actions import close_obstacle, open_obstacle, raise_obstacle
from deeds.enums import Right
from deeds.filters import ObstacleFilter
from deeds.forms.backlog import CloseObstacleForm, ObstacleForm, RaiseObstacleForm
from deeds.models import ProjectObstacle
from deeds.presenting.board import clock_words
from deeds.presenting.projects import project_page
from deeds.views.backlog import to_manage
from deeds.views.verbs import fill_in, managed
from governance.kernel.pages import ListPage, requires


class ObstacleList(ListPage):
    """Obstacles of all projects in sight, the earliest day first."""

    required_right = Right.VIEW
    filterset_class = ObstacleFilter
    order = ("due_on", "id")
    template_name = "deeds/obstacle_list.html"
    rows_template = "deeds/_obstacle_rows.html"
    layout = tables.OBSTACLES

    def rows_for(self, user):
        return ProjectObstacle.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        rows = [(row, clock_words(row)) for row in page or ()]
        return {**super().context(request, filtered, page), "rows": rows}


@requires(Right.VIEW)
@require_safe
def obstacle_detail(request, pk):
    return show(request, find_obstacle(request.user, pk))


def find_obstacle(user, pk: int) -> ProjectObstacle:
    rows = ProjectObstacle.objects.for_user(user).select_related("project__area")
    return get_object_or_404(rows.prefetch_related("documents"), pk=pk)


def show(request, obstacle, *, form=None):
    may_close = request.user.may(Right.MANAGE, obstacle.area_code) and not obstacle.closed_on
    context = {
        "obstacle": obstacle,
        "project": obstacle.project,
        "words": clock_words(obstacle),
        "form": form or (CloseObstacleForm() if may_close else None),
        "may_manage": may_close,
    }
    return render(request, "deeds/obstacle_detail.html", context, status=400 if form else 200)


@requires(Right.MANAGE)
@require_POST
def obstacle_open(request, pk):
    project = to_manage(request, pk)
    form = ObstacleForm(request.POST)
    if form.is_valid():
        try:
            open_obstacle(project, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, _("已登记堵点，限 {} 前销号。").format(form.cleaned_data["due_on"]))
            return redirect("deeds:project_detail", pk=pk)
    context = project_page(project, request.user, obstacle_form=form)
    return render(request, "deeds/project_detail.html", context, status=400)


@requires(Right.MANAGE)
@require_POST
def obstacle_close(request, pk):
    obstacle = to_close(request, pk)
    form = CloseObstacleForm(request.POST, request.FILES)
    if not form.is_valid():
        return show(request, obstacle, form=form)
    close_obstacle(obstacle, by=request.user, **form.cleaned_data)
    messages.success(request, _("堵点「{}」已销号。").format(obstacle.get_cause_display()))
    return redirect("deeds:project_detail", pk=obstacle.project_id)


@requires(Right.MANAGE)
def obstacle_raise(request, pk):
    """Bring an obstacle that does not move before a higher office."""
    obstacle = to_close(request, pk)
    form = RaiseObstacleForm(request.POST or None)

    back_url = reverse("deeds:obstacle_detail", args=[pk])
    return fill_in(
        request,
        form,
        partial(raise_obstacle, obstacle, by=request.user),
        about=obstacle,
        title=_("提级协调"),
        back_url=back_url,
    )


def to_close(request, pk: int) -> ProjectObstacle:
    return managed(
        request,
        ProjectObstacle.objects.for_user(request.user).select_related("project__area"),
        pk,
        Right.MANAGE,
    )
