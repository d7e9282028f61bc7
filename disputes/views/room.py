from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from disputes.actions.group import choose_representatives, record_results
from disputes.actions.joint import demand_voice, give_opinion, set_task
from disputes.enums.rights import Right
from disputes.forms.room import OpinionForm, RepresentativesForm, ResultsForm, TaskForm
from disputes.models import Dispute
from disputes.presenting.disputes import state_tone
from disputes.presenting.next_steps import what_next
from disputes.presenting.room import outcomes_of, room_of
from disputes.views.cases import find
from governance.casework.presenting import clock_shape
from governance.kernel.pages import requires
from governance.kernel.scope import demand


@require_safe
@requires(Right.VIEW)
def room(request: HttpRequest, number: str) -> HttpResponse:
    """The joint table: organs, sittings, the agreement and what each party gets, on one page."""
    return _show(request, find(request.user, number))


def _show(request: HttpRequest, dispute: Dispute, *, status: int = 200, **tried) -> HttpResponse:
    case = dispute.case
    context = {
        "dispute": dispute,
        "case": case,
        "clock": clock_shape(case),
        "tone": state_tone(case),
        "next_words": what_next(case),
        **room_of(dispute, request.user, **tried),
    }
    return render(request, "disputes/room.html", context, status=status)


@require_POST
@requires(Right.VIEW)
def room_task(request: HttpRequest, number: str) -> HttpResponse:
    dispute = find(request.user, number)
    demand(request.user, Right.MEDIATE, dispute.case.area_code)
    form = TaskForm(request.POST, dispute=dispute)
    if not form.is_valid():
        return _show(request, dispute, task_form=form, status=400)
    task = set_task(dispute, by=request.user, **form.cleaned_data)
    messages.success(request, _("已交给{organ}：{task}").format(organ=task.organ, task=task.task))
    return redirect("disputes:room", number)


@require_POST
@requires(Right.VIEW)
def room_opinion(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """An organ's opinion on its task, by whoever sits in its seat."""
    dispute = find(request.user, number)
    task = get_object_or_404(dispute.tasks.select_related("organ__area", "organ__role"), pk=pk)
    demand_voice(task, request.user)
    form = OpinionForm(request.POST, task=task)
    if not form.is_valid():
        return _show(request, dispute, tried=form, tried_task=pk, status=400)
    give_opinion(task, by=request.user, **form.cleaned_data)
    messages.success(request, _("意见已记入联调室。"))
    return redirect("disputes:room", number)


@requires(Right.VIEW)
def room_representatives(request: HttpRequest, number: str) -> HttpResponse:
    dispute = find(request.user, number)
    demand(request.user, Right.MEDIATE, dispute.case.area_code)
    form = RepresentativesForm(request.POST if request.method == "POST" else None, dispute=dispute)
    return _run(
        request,
        dispute,
        form,
        choose_representatives,
        "disputes/room_representatives.html",
        _("代表人已登记。"),
    )


@requires(Right.VIEW)
def room_results(request: HttpRequest, number: str) -> HttpResponse:
    dispute = find(request.user, number)
    demand(request.user, Right.MEDIATE, dispute.case.area_code)
    form = ResultsForm(request.POST if request.method == "POST" else None, outcomes=outcomes_of(dispute))
    done = _("各方结果已登记。")
    return _run(request, dispute, form, record_results, "disputes/room_results.html", done)


def _run(request, dispute: Dispute, form, verb, template: str, done: str) -> HttpResponse:
    """Show a form of the room, or call its verb and go back to the table."""
    if form.is_valid():
        verb(dispute, by=request.user, **form.given)
        messages.success(request, done)
        return redirect("disputes:room", dispute.case.number)
    back = reverse("disputes:room", args=[dispute.case.number])
    context = {"form": form, "case": dispute.case, "back_url": back}
    return render(request, template, context, status=400 if form.is_bound else 200)
