"""What is done in and around the meeting of a cycle, each with its one verb."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from governance.dispatch import actions
from governance.dispatch.enums import Right
from governance.dispatch.forms.meetings import (
    AttendanceForm,
    CorrectForm,
    DecideForm,
    MinutesForm,
    PlanForm,
    PointForm,
)
from governance.dispatch.models import Cycle
from governance.dispatch.views.cycles import find_cycle
from governance.dispatch.views.verbs import run
from governance.kernel.pages import requires
from governance.kernel.scope import demand


@requires(Right.VIEW)
def meeting_plan(request, pk: int):
    cycle = _managed(request, pk)
    form = PlanForm(request.POST or None, cycle=cycle)

    def plan():
        actions.plan_meeting(cycle, by=request.user, **form.cleaned_data)

    return run(request, form, plan, about=cycle, title=_("登记会议"), back_url=page_of(cycle))


@requires(Right.VIEW)
def meeting_attendance(request, pk: int):
    cycle = _managed(request, pk)
    form = AttendanceForm(request.POST or None, cycle=cycle)

    def take():
        actions.take_attendance(cycle, by=request.user, presences=form.presences)

    page = "dispatch/attendance.html"
    return run(request, form, take, about=cycle, title=_("登记到会"), back_url=page_of(cycle), template=page)


@requires(Right.VIEW)
def point_add(request, pk: int):
    cycle = _managed(request, pk)
    form = PointForm(request.POST or None)

    def add():
        actions.add_point(cycle, by=request.user, **form.cleaned_data)

    return run(request, form, add, about=cycle, title=_("增加议题"), back_url=page_of(cycle))


@requires(Right.VIEW)
def minutes_write(request, pk: int, point: int):
    """The minutes of one point; the working page posts here, and faults are shown on a page of their own."""
    cycle = _managed(request, pk)
    found = get_object_or_404(cycle.points.select_related("cycle"), pk=point)
    form = MinutesForm(request.POST or None, initial={"minutes": found.minutes})

    def write():
        actions.write_minutes(found, by=request.user, **form.cleaned_data)

    back_url = f"{page_of(cycle)}#point-{found.position}"
    return run(request, form, write, about=cycle, title=_("记纪要"), back_url=back_url)


@requires(Right.VIEW)
def task_decide(request, pk: int):
    """A task set by the meeting; `?item=` says which line of the cycle it comes from."""
    cycle = _managed(request, pk)
    item = request.GET.get("item", "")
    found = cycle.items.filter(pk=int(item)).first() if item.isascii() and item.isdigit() else None
    initial = {"item": found, "text": found.title if found else ""}
    form = DecideForm(request.POST or None, cycle=cycle, initial=initial)

    def decide():
        return actions.decide(cycle, by=request.user, **form.cleaned_data)

    back_url = f"{page_of(cycle)}#tasks"
    return run(request, form, decide, about=cycle, title=_("定任务"), back_url=back_url)


@requires(Right.VIEW)
@require_POST
def meeting_hold(request, pk: int):
    cycle = _managed(request, pk)
    actions.hold_meeting(cycle, by=request.user)
    messages.success(request, _("已登记开会。核对纪要和任务后印发。"))
    return redirect(page_of(cycle))


@requires(Right.VIEW)
@require_POST
def minutes_issue(request, pk: int):
    cycle = _managed(request, pk)
    actions.issue_minutes(cycle, by=request.user)
    messages.success(request, _("纪要已印发，内容不再变。"))
    return redirect(page_of(cycle))


@requires(Right.VIEW)
def minutes_correct(request, pk: int):
    cycle = _managed(request, pk)
    form = CorrectForm(request.POST or None)

    def correct():
        actions.correct_minutes(cycle, by=request.user, **form.cleaned_data)

    return run(request, form, correct, about=cycle, title=_("写更正说明"), back_url=page_of(cycle))


def _managed(request, pk: int) -> Cycle:
    """A cycle in sight (404) whose meeting the person runs (403)."""
    cycle = find_cycle(request, pk)
    demand(request.user, Right.MANAGE, cycle.area_code)
    return cycle


def page_of(cycle: Cycle) -> str:
    return reverse("dispatch:cycle_detail", args=[cycle.pk])
