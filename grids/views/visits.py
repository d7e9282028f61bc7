from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.kernel.lifecycle import open_steps
from governance.kernel.pages import ListPage, requires
from grids.actions.needs import decline_need, reopen_need, solve_need, withdraw_need
from grids.enums.rights import ErrandRight, Right
from grids.filters.visits import NeedFilter, VisitFilter
from grids.forms.visits import NoteForm
from grids.models import Errand, NeedRequest, Visit, VisitConflict
from grids.rules.visits import follow_ups
from grids.states.needs import NeedState
from grids.tables.visits import NEEDS, VISITS
from grids.views.frames import frame_of

VERBS = {"solve": solve_need, "decline": decline_need, "withdraw": withdraw_need, "reopen": reopen_need}


class VisitList(ListPage):
    required_right = Right.VIEW
    filterset_class = VisitFilter
    order = ("-visited_on", "-id")
    template_name = "grids/visit_list.html"
    rows_template = "grids/_visit_rows.html"
    layout = VISITS

    def rows_for(self, user):
        return Visit.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        return super().context(request, filtered, page) | {"frame_template": frame_of(request.user)}


@requires(Right.VIEW)
@require_safe
def visit_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """A visit; its words and its door only for those who may see the roster."""
    visits = Visit.objects.for_user(request.user).select_related("household", "area", "worker")
    visit = get_object_or_404(visits, pk=pk)
    context = {
        "visit": visit,
        "needs": visit.needs.all(),
        "may_read": request.user.may(Right.ROSTER, visit.area_code),
        "conflicts": VisitConflict.objects.for_user(request.user)
        .filter(visit=visit)
        .select_related("sender"),
        "follow_ups": follow_ups(visit, request.user),
        "photos": visit.photos.for_user(request.user).kept(),
        "frame_template": frame_of(request.user),
    }
    return render(request, "grids/visit_detail.html", context)


class NeedList(ListPage):
    required_right = Right.VIEW
    filterset_class = NeedFilter
    order = ("-opened_on", "-id")
    template_name = "grids/need_list.html"
    rows_template = "grids/_need_rows.html"
    layout = NEEDS

    def rows_for(self, user):
        return NeedRequest.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        return super().context(request, filtered, page) | {"frame_template": frame_of(request.user)}


@requires(Right.VIEW)
@require_safe
def need_detail(request: HttpRequest, pk: int) -> HttpResponse:
    needs = NeedRequest.objects.for_user(request.user).select_related("household", "area", "worker", "visit")
    need = get_object_or_404(needs, pk=pk)
    errands = Errand.objects.for_user(request.user).filter(need=need)
    may_run = need.state == NeedState.OPEN and request.user.may(ErrandRight.HANDLE, need.area_code)
    context = {
        "need": need,
        "steps": open_steps(need, request.user),
        "may_read": request.user.may(Right.ROSTER, need.area_code),
        "errands": errands.select_related("case").order_by("pk"),
        "may_run": may_run and not errands.running().exists(),
        "frame_template": frame_of(request.user),
    }
    return render(request, "grids/need_detail.html", context)


@require_POST
@requires(Right.VISIT)
def need_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    need = get_object_or_404(NeedRequest.objects.for_user(request.user), pk=pk)
    form = NoteForm(request.POST)
    VERBS[step](need, by=request.user, note=form.cleaned_data["note"] if form.is_valid() else "")
    messages.success(request, _("诉求已记为“{}”。").format(need.get_state_display()))
    return redirect("grids:need_detail", pk)
