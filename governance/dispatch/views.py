from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.areas.models import Area
from governance.casework.kinds import kinds
from governance.casework.models import Case
from governance.dispatch import tables
from governance.dispatch.actions import read_notice, run_now
from governance.dispatch.enums import Right
from governance.dispatch.filters import CycleFilter, NoticeFilter
from governance.dispatch.models import Cycle, Notice
from governance.kernel.pages import ListPage, requires
from governance.party.enums import Right as PartyRight


class CycleList(ListPage):
    """Weekly dispatches and monthly supervisions of the user's offices, the latest first."""

    required_right = Right.VIEW
    filterset_class = CycleFilter
    order = ("-due_on", "area_code", "-id")
    template_name = "dispatch/cycle_list.html"
    rows_template = "dispatch/_cycle_rows.html"
    layout = tables.CYCLES

    def rows_for(self, user):
        return Cycle.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        offices = runnable_offices(request.user)
        return {**super().context(request, filtered, page), "offices": offices}


def runnable_offices(user) -> list[Area]:
    """The offices the user may run the dispatch of: those of the seats that carry the right."""
    areas = {seat.area_id: seat.area for seat in user.live_holdings if user.may(Right.RUN, seat.area_code)}
    return list(areas.values())


@requires(Right.VIEW)
@require_safe
def cycle_detail(request, pk):
    cycle = get_object_or_404(Cycle.objects.for_user(request.user).select_related("area"), pk=pk)
    context = {"cycle": cycle, "items": cycle.items.all()}
    return render(request, "dispatch/cycle_detail.html", context)


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


class NoticeList(ListPage):
    """The inbox: what is addressed to the user's offices."""

    required_right = Right.VIEW
    filterset_class = NoticeFilter
    order = ("-created_at", "-id")
    template_name = "dispatch/notice_list.html"
    rows_template = "dispatch/_notice_rows.html"
    layout = tables.NOTICES

    def rows_for(self, user):
        return Notice.objects.for_user(user).for_inbox(user).select_related("area")


# What a notice about no case tells of: beginning of its kind → the list, with the filter that shows it.
LISTS = {
    "party.term.": ("party:org_list", "warnings=term"),
    "party.cross_post": ("grids:body_post_list", ""),
}


def _list_behind(notice: Notice, user) -> str:
    """The list a notice is about, for whoever may open it; else empty."""
    found = next((LISTS[kind] for kind in LISTS if notice.kind.startswith(kind)), None)
    if found is None or not user.may(PartyRight.VIEW, notice.area_code):
        return ""
    route, query = found
    return f"{reverse(route)}?area={notice.area_code}&{query}".rstrip("&")


@requires(Right.VIEW)
@require_POST
def notice_open(request, pk):
    """Read a notice and go to what it tells of."""
    notice = get_object_or_404(Notice.objects.for_user(request.user).for_inbox(request.user), pk=pk)
    read_notice(notice, by=request.user)
    if notice.cycle_id:
        return redirect("dispatch:cycle_detail", pk=notice.cycle_id)
    if notice.case_id is None:
        return redirect(_list_behind(notice, request.user) or "dispatch:notice_list")
    case = Case.objects.for_user(request.user).filter(pk=notice.case_id).first()
    if case is None:  # an office beyond the place sees it through its orders alone
        return redirect("casework:order_list")
    return redirect(kinds()[case.kind].detail_page, case.number)
