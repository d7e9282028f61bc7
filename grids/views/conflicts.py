from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from grids.actions.conflicts import review_conflict
from grids.enums.pocket import Verdict
from grids.enums.rights import Right
from grids.filters.conflicts import ConflictFilter
from grids.models import Household, Visit, VisitConflict
from grids.rules.conflicts import compare
from grids.tables.conflicts import CONFLICTS
from grids.views.frames import frame_of


class ConflictList(ListPage):
    required_right = Right.ROSTER
    filterset_class = ConflictFilter
    order = ("-received_at", "-id")
    template_name = "grids/conflict_list.html"
    rows_template = "grids/_conflict_rows.html"
    layout = CONFLICTS

    def rows_for(self, user):
        return VisitConflict.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        return super().context(request, filtered, page) | {"frame_template": frame_of(request.user)}


@requires(Right.ROSTER)
@require_safe
def conflict_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Both versions side by side: for whoever reviews them, and for the sender to see which was received first."""
    conflicts = VisitConflict.objects.for_user(request.user).select_related("sender")
    conflict = get_object_or_404(conflicts, pk=pk)
    visits = Visit.objects.for_user(request.user).select_related("household", "worker")
    first = visits.filter(pk=conflict.visit_id).first()
    context = {
        "conflict": conflict,
        "first": first,
        "lines": compare(conflict, first, place=_place_of(conflict, request.user)),
        "verdicts": Verdict.choices,
        "may_review": request.user.may(Right.MANAGE, conflict.area_code),
        "frame_template": frame_of(request.user),
    }
    return render(request, "grids/conflict_detail.html", context)


def _place_of(conflict: VisitConflict, user) -> str:
    household = Household.objects.for_user(user).filter(pk=conflict.content.get("household")).first()
    return str(household or conflict.content.get("place", ""))


@require_POST
@requires(Right.MANAGE)
def conflict_review(request: HttpRequest, pk: int) -> HttpResponse:
    conflict = get_object_or_404(VisitConflict.objects.for_user(request.user), pk=pk)
    demand(request.user, Right.MANAGE, conflict.area_code)
    verdict = request.POST.get("verdict")
    if verdict not in Verdict.values:
        raise BadRequest
    review_conflict(conflict, by=request.user, verdict=verdict)
    messages.success(request, _("已核对：{}。").format(Verdict(verdict).label))
    return redirect("grids:conflict_detail", pk)
