from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.areas.models import Area
from governance.dispatch.actions import run_now
from governance.dispatch.enums import Right
from governance.dispatch.filters.cycles import CycleFilter, CycleItemFilter
from governance.dispatch.models import Cycle, CycleItem
from governance.dispatch.presenting.cycles import meeting_page, wall_page
from governance.dispatch.tables.cycles import CYCLE_ITEMS, CYCLES
from governance.kernel.pages import ListPage, requires


class CycleList(ListPage):
    """Weekly dispatches and monthly supervisions of the user's offices, the latest first."""

    required_right = Right.VIEW
    filterset_class = CycleFilter
    order = ("-due_on", "area_code", "-id")
    template_name = "dispatch/cycle_list.html"
    rows_template = "dispatch/_cycle_rows.html"
    layout = CYCLES

    def rows_for(self, user):
        return Cycle.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        offices = request.user.areas_with(Right.RUN)
        return {**super().context(request, filtered, page), "offices": offices}


class CycleItemList(ListPage):
    """What stands in cycles, those of the latest first: the whole of what a cycle's page begins to show."""

    required_right = Right.VIEW
    filterset_class = CycleItemFilter
    order = ("-cycle_id", "-times", "-days_late", "id")
    template_name = "dispatch/item_list.html"
    rows_template = "dispatch/_item_rows.html"
    layout = CYCLE_ITEMS

    def rows_for(self, user):
        return CycleItem.objects.for_user(user).for_list()


@requires(Right.VIEW)
@require_safe
def cycle_detail(request, pk):
    """The working page of a meeting."""
    return render(request, "dispatch/cycle_detail.html", meeting_page(find_cycle(request, pk), request.user))


@requires(Right.VIEW)
@require_safe
def cycle_wall(request, pk):
    """The same for the meeting room's screen, to read alone."""
    return render(request, "dispatch/cycle_wall.html", wall_page(find_cycle(request, pk), request.user))


def find_cycle(request, pk: int) -> Cycle:
    rows = Cycle.objects.for_user(request.user).select_related("area__level", "chair__area", "chair__role")
    return get_object_or_404(rows, pk=pk)


@requires(Right.RUN)
@require_POST
def cycle_run(request, code):
    area = get_object_or_404(Area.objects.for_user(request.user), code=code)
    made = run_now(area, by=request.user)
    if made:
        messages.success(request, _("已生成 {} 期调度。").format(len(made)))
    else:
        messages.info(request, _("应开的调度都已生成，没有新的。"))
    return redirect("dispatch:cycle_list")
