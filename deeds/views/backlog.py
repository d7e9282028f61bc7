from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from deeds import tables
from deeds.actions import close_obstacle, open_obstacle, take_project_step
from deeds.enums import Right
from deeds.filters import DeedProjectFilter
from deeds.forms import CloseObstacleForm, NoteForm, ObstacleForm
from deeds.models import DeedProject, Home, ProjectObstacle
from deeds.states import PROJECT_STEPS, WAY, HomeState, ProjectState
from governance.kernel.days import today
from governance.kernel.lifecycle import open_steps
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand

SHOWN_HOMES = 100


class ProjectList(ListPage):
    """The board of the backlog: which project stands where, how many of its homes are solved and issued."""

    required_right = Right.VIEW
    filterset_class = DeedProjectFilter
    order = ("area_code", "id")
    template_name = "deeds/project_list.html"
    rows_template = "deeds/_project_rows.html"
    layout = tables.PROJECTS

    def rows_for(self, user):
        return DeedProject.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        counts = homes_by_project(request.user, [project.pk for project in page or ()])
        rows = [(project, counts.get(project.pk, {})) for project in page or ()]
        return {**super().context(request, filtered, page), "rows": rows}


def homes_by_project(user, projects: list[int]) -> dict[int, dict[str, int]]:
    """`{project: {"listed", "solved", "issued"}}` of the projects on one page, in one query."""
    counts = Count("listed_on"), Count("solved_on"), Count("issued_on")
    homes = Home.objects.for_user(user).filter(project__in=projects)
    rows = homes.order_by().values_list("project").annotate(*counts)
    return {
        project: {"listed": listed, "solved": solved, "issued": issued}
        for project, listed, solved, issued in rows
    }


@requires(Right.VIEW)
@require_safe
def project_detail(request, pk):
    project = get_object_or_404(DeedProject.objects.for_user(request.user).select_related("area"), pk=pk)
    return render(request, "deeds/project_detail.html", project_context(request, project))


def project_context(request, project, *, obstacle_form=None) -> dict:
    """What the page of a project shows; a refused form comes back in it."""
    user, manages = request.user, request.user.may(Right.MANAGE, project.area_code)
    ready = project.homes.filter(state__in=[HomeState.SOLVED, HomeState.REGISTERED])
    return {
        "project": project,
        "counts": homes_by_project(user, [project.pk]).get(project.pk, {}),
        "steps": project_steps(project),
        "open_steps": open_steps(project, user),
        "moves": project.moves.select_related("by"),
        "obstacles": project.obstacles.all(),
        "today": today(),
        "homes_url": f"{reverse('deeds:home_list')}?project={project.pk}",
        "homes": ready.order_by("state", "building", "unit", "room")[:SHOWN_HOMES],
        "may_issue": user.may(Right.ISSUE, project.area_code),
        "may_manage": manages,
        "obstacle_form": obstacle_form or (ObstacleForm() if manages else None),
    }


def project_steps(project: DeedProject) -> list[dict]:
    """The way, as the steps component draws it. A blocked project stands late at execution."""
    here = ProjectState.EXECUTING if project.state == ProjectState.BLOCKED else project.state
    place = WAY.index(here) if here in WAY else 0
    reached = {move.target: move.at for move in project.moves.all()}
    now = "late" if project.state in (ProjectState.BLOCKED, ProjectState.EXCLUDED) else "now"
    last = len(WAY) - 1
    states = ["done"] * place + ["done" if place == last else now] + ["todo"] * (last - place)
    return [
        {"label": state.label, "state": how, "at": reached.get(state)}
        for state, how in zip(WAY, states, strict=True)
    ]


def project_of(request, pk) -> DeedProject:
    return get_object_or_404(DeedProject.objects.for_user(request.user), pk=pk)


@requires(Right.MANAGE)
@require_POST
def project_step(request, pk, step):
    project = project_of(request, pk)
    demand(request.user, Right.MANAGE, project.area_code)
    form = NoteForm(request.POST)
    if step not in PROJECT_STEPS:
        raise Http404
    if form.is_valid():
        take_project_step(project, step, by=request.user, note=form.cleaned_data["note"])
        messages.success(request, _("「{}」现在是：{}。").format(project, project.get_state_display()))
    else:
        messages.error(request, _("没有办理：理由最多 500 字。"))
    return redirect("deeds:project_detail", pk=pk)


@requires(Right.MANAGE)
@require_POST
def obstacle_open(request, pk):
    project = project_of(request, pk)
    demand(request.user, Right.MANAGE, project.area_code)
    form = ObstacleForm(request.POST)
    if form.is_valid():
        try:
            open_obstacle(project, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, _("已登记堵点，限 {} 前销号。").format(form.cleaned_data["due_on"]))
            return redirect("deeds:project_detail", pk=pk)
    context = project_context(request, project, obstacle_form=form)
    return render(request, "deeds/project_detail.html", context, status=400)


@requires(Right.MANAGE)
@require_POST
def obstacle_close(request, pk):
    rows = ProjectObstacle.objects.for_user(request.user).select_related("project")
    obstacle = get_object_or_404(rows, pk=pk)
    demand(request.user, Right.MANAGE, obstacle.project.area_code)
    form = CloseObstacleForm(request.POST)
    if form.is_valid():
        close_obstacle(obstacle, by=request.user, document=form.cleaned_data["document"])
        messages.success(request, _("堵点「{}」已销号。").format(obstacle.get_cause_display()))
    else:
        messages.error(request, _("销号要有依据，请填写文号或材料名称。"))
    return redirect("deeds:project_detail", pk=obstacle.project_id)
