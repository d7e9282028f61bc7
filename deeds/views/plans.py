from functools import partial

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from deeds.actions import set_cutoff, write_plan
from deeds.enums import Right
from deeds.forms.backlog import CutoffForm, PlanForm
from deeds.models import BacklogCutoff, DeedProject
from deeds.papers.plan import plan_file_name, plan_sheet
from deeds.views.backlog import find_project, page_of, to_manage
from deeds.views.verbs import fill_in
from governance.areas.models import Area
from governance.kernel.pages import requires
from governance.kernel.papers import word_answer


@requires(Right.MANAGE)
def plan_write(request, pk):
    project = to_manage(request, pk)
    form = PlanForm(request.POST or None, project=project)

    return fill_in(
        request,
        form,
        partial(write_plan, project, by=request.user),
        about=project,
        title=_("编写方案"),
        back_url=page_of(pk),
    )


def planned(request, pk: int) -> DeedProject:
    project = find_project(request.user, pk)
    if not hasattr(project, "plan"):
        raise Http404
    return project


@requires(Right.VIEW)
@require_safe
def plan_print(request, pk):
    """The plan on A4."""
    project = planned(request, pk)
    context = {"project": project, "plan": project.plan, "obstacles": project.obstacles.all()}
    return render(request, "deeds/plan_print.html", context)


@requires(Right.VIEW)
@require_safe
def plan_word(request, pk):
    """The plan as a Word file."""
    project = planned(request, pk)
    return word_answer(plan_sheet(project), plan_file_name(project))


@requires(Right.VIEW)
@require_safe
def cutoff_list(request):
    """From which day on what is finished is no old backlog, county by county."""
    rows = BacklogCutoff.objects.for_user(request.user).select_related("area").order_by("area_code")
    return render(
        request, "deeds/cutoff_list.html", {"rows": rows, "may_set": request.user.may(Right.MANAGE)}
    )


@requires(Right.MANAGE)
def cutoff_set(request):
    form = CutoffForm(request.POST or None, areas=Area.objects.for_user(request.user).open())

    back_url = reverse("deeds:cutoff_list")
    return fill_in(
        request,
        form,
        partial(set_cutoff, by=request.user),
        about="",
        title=_("设定截止日期"),
        back_url=back_url,
    )
