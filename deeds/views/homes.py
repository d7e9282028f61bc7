from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from deeds import tables
from deeds.actions import add_home, step_home, step_homes, undo_home_step
from deeds.enums import Right
from deeds.filters import HomeFilter, ProjectHomesFilter
from deeds.forms.backlog import NoteForm
from deeds.forms.homes import HomeForm, StepHomesForm
from deeds.models import DeedProject, Home, HomeStep
from deeds.models.homes import DOOR_ORDER
from deeds.presenting.homes import home_page, letters, present_people, steps_offered, tone_of
from deeds.states import PRESSED_STEPS
from deeds.views.backlog import find_project, to_manage
from deeds.views.verbs import fill_in, managed
from governance.kernel.errors import Refused
from governance.kernel.pages import ListPage, requires
from governance.kernel.paging import keyset_page

ON_ONE_PAGE = 50
MOST_LETTERS = 300
LATEST_STEPS = 10


class HomeList(ListPage):
    """Homes of the backlog, one by one."""

    required_right = Right.VIEW
    filterset_class = HomeFilter
    order = ("project_id", "building", "unit", "room")
    template_name = "deeds/home_list.html"
    rows_template = "deeds/_home_rows.html"
    layout = tables.HOMES

    def rows_for(self, user):
        return Home.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        rows = [(home, tone_of(home.state)) for home in page or ()]
        return {**super().context(request, filtered, page), "rows": rows}


@requires(Right.VIEW)
@require_safe
def project_homes(request, pk):
    """The homes of a project, to be chosen for a step."""
    return show(request, find_project(request.user, pk))


def shown_homes(request, project: DeedProject):
    """The homes the page shows under its address: what "all of them" means."""
    filtered = ProjectHomesFilter(request.GET, queryset=project.homes.all(), request=request)
    return filtered, filtered.qs if filtered.is_valid() else project.homes.none()


def show(request, project, *, form=None, refused="", status=200):
    filtered, rows = shown_homes(request, project)
    status = status if filtered.is_valid() else 400
    page = keyset_page(
        rows.with_door().prefetch_related(present_people()), order=DOOR_ORDER, size=ON_ONE_PAGE,
        cursor=request.GET.get("cursor", ""),
    )  # fmt: skip
    states = set(rows.order_by().values_list("state", flat=True).distinct())
    page.count = rows.count()
    context = {
        "project": project,
        "filter": filtered,
        "page": page,
        "rows": [(home, tone_of(home.state)) for home in page],
        "form": form or StepHomesForm(),
        "picked": form.picked if form else [],
        "steps": steps_offered(states),
        "done": project.home_steps.select_related("by", "undone_by")[:LATEST_STEPS],
        "refused": refused,
        "may_issue": request.user.may(Right.ISSUE, project.area_code),
        "may_manage": request.user.may(Right.MANAGE, project.area_code),
    }
    return render(request, "deeds/project_homes.html", context, status=status)


def to_issue(request, pk: int) -> DeedProject:
    return managed(
        request, DeedProject.objects.for_user(request.user).select_related("area", "plan"), pk, Right.ISSUE
    )


@requires(Right.ISSUE)
@require_POST
def project_homes_step(request, pk):
    """One press for the homes ticked, or for all shown. What is refused leaves everything as it was."""
    project = to_issue(request, pk)
    form = StepHomesForm(request.POST, shown=shown_homes(request, project)[1])
    if not form.is_valid():
        return show(request, project, form=form, status=400)
    step, note = form.cleaned_data["step"], form.cleaned_data["note"]
    try:
        done = step_homes(project, form.homes, step, by=request.user, note=note)
    except Refused as refusal:
        return show(request, project, form=form, refused=refusal.message, status=409)
    messages.success(request, _("已为 {count} 套办理「{step}」。").format(count=done.count, step=done.label))
    query = request.GET.urlencode()
    return redirect(f"{reverse('deeds:project_homes', args=[pk])}{'?' if query else ''}{query}")


@requires(Right.ISSUE)
@require_POST
def home_step_undo(request, pk, step):
    """Take a wrong step back by a counter step."""
    project = to_issue(request, pk)
    wrong = get_object_or_404(HomeStep.objects.select_related("project"), project=project, pk=step)
    form = NoteForm(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    done = undo_home_step(wrong, by=request.user, note=note)
    messages.success(request, _("已更正，{} 套回到原来的状态。").format(done.count))
    return redirect("deeds:project_homes", pk)


@requires(Right.VIEW)
@require_safe
def home_detail(request, pk):
    home = get_object_or_404(Home.objects.for_user(request.user).select_related("project"), pk=pk)
    return render(request, "deeds/home_detail.html", home_page(home, request.user))


@requires(Right.ISSUE)
@require_POST
def home_step(request, pk, step):
    home = managed(request, Home.objects.for_user(request.user).select_related("project"), pk, Right.ISSUE)
    if step not in PRESSED_STEPS:
        raise Http404
    form = NoteForm(request.POST)
    if form.is_valid():
        step_home(home, step, by=request.user, note=form.cleaned_data["note"])
        messages.success(request, _("{}：{}。").format(home, home.get_state_display()))
    else:
        messages.error(request, _("没有办理：理由最多 500 字。"))
    return redirect("deeds:home_detail", pk=pk)


@requires(Right.MANAGE)
def home_add(request, pk):
    project = to_manage(request, pk)
    form = HomeForm(request.POST or None, project=project)

    back_url = reverse("deeds:project_homes", args=[pk])
    return fill_in(
        request,
        form,
        partial(add_home, project, by=request.user),
        about=project,
        title=_("登记住房"),
        back_url=back_url,
    )


@requires(Right.VIEW)
@require_safe
def letter_run(request, pk):
    """Letters to the households shown, one sheet each, names masked."""
    project = find_project(request.user, pk)
    rows = shown_homes(request, project)[1].with_door().order_by(*DOOR_ORDER)
    context = {
        "project": project,
        "plan": getattr(project, "plan", None),
        "letters": letters(rows[:MOST_LETTERS]),
        "most": MOST_LETTERS,
    }
    return render(request, "deeds/letter_run.html", context)
