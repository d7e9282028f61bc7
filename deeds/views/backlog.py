from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from deeds import tables
from deeds.actions import add_building, list_project, take_project_step
from deeds.enums import Right
from deeds.filters import DeedProjectFilter
from deeds.forms.backlog import BlockForm, BuildingForm, NoteForm, ProjectForm
from deeds.models import DeedProject
from deeds.presenting.board import homes_by_project
from deeds.presenting.projects import project_page
from deeds.states import PROJECT_STEPS
from deeds.views.verbs import fill_in, managed
from governance.areas.models import Area
from governance.kernel.pages import ListPage, requires


class ProjectList(ListPage):
    """The ledger of the backlog: which project stands where, how many of its homes are solved and issued."""

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
        more = {"rows": rows, "may_list": request.user.may(Right.MANAGE)}
        return {**super().context(request, filtered, page), **more}


def find_project(user, pk: int) -> DeedProject:
    return get_object_or_404(DeedProject.objects.for_user(user).select_related("area", "plan"), pk=pk)


def to_manage(request, pk: int) -> DeedProject:
    return managed(
        request, DeedProject.objects.for_user(request.user).select_related("area", "plan"), pk, Right.MANAGE
    )


def page_of(pk: int) -> str:
    return reverse("deeds:project_detail", args=[pk])


@requires(Right.VIEW)
@require_safe
def project_detail(request, pk):
    return render(
        request, "deeds/project_detail.html", project_page(find_project(request.user, pk), request.user)
    )


@requires(Right.MANAGE)
def project_new(request):
    """Enter a project: old backlog, or new when it was finished after the cut-off day."""
    form = ProjectForm(request.POST or None, areas=Area.objects.for_user(request.user).open())

    return fill_in(
        request,
        form,
        partial(list_project, by=request.user),
        about="",
        title=_("登记项目"),
        back_url=reverse("deeds:project_list"),
        then=lambda made: page_of(made.pk),
    )


@requires(Right.MANAGE)
@require_POST
def project_step(request, pk, step):
    project = to_manage(request, pk)
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
def project_block(request, pk):
    """A project that does not move on: why, and before whom it is brought."""
    project = to_manage(request, pk)
    form = BlockForm(request.POST or None)

    return fill_in(
        request,
        form,
        partial(take_project_step, project, "block", by=request.user),
        about=project,
        title=_("标记受阻并提级"),
        back_url=page_of(pk),
    )


@requires(Right.MANAGE)
def building_add(request, pk):
    project = to_manage(request, pk)
    form = BuildingForm(request.POST or None)

    return fill_in(
        request,
        form,
        partial(add_building, project, by=request.user),
        about=project,
        title=_("登记楼栋"),
        back_url=page_of(pk),
    )
