from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from governance.casework.kinds import kinds
from governance.casework.models import Case
from governance.dispatch.actions import read_notice
from governance.dispatch.enums import Right
from governance.dispatch.filters.cycles import NoticeFilter
from governance.dispatch.ladders import page_behind
from governance.dispatch.models import Notice
from governance.dispatch.tables.cycles import NOTICES
from governance.kernel.pages import ListPage, requires
from governance.party.enums import Right as PartyRight


class NoticeList(ListPage):
    """The inbox: what is addressed to the user's offices."""

    required_right = Right.VIEW
    filterset_class = NoticeFilter
    order = ("-created_at", "-id")
    template_name = "dispatch/notice_list.html"
    rows_template = "dispatch/_notice_rows.html"
    layout = NOTICES

    def rows_for(self, user):
        return Notice.objects.for_user(user).for_inbox(user).select_related("area")


# What a notice about no case tells of: beginning of its kind → the list, with the filter that shows it.
LISTS = {
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
        thing = page_behind(notice.kind, notice.period, request.user, notice.area_code)
        return redirect(thing or _list_behind(notice, request.user) or "dispatch:notice_list")
    case = Case.objects.for_user(request.user).filter(pk=notice.case_id).first()
    if case is None:  # an office beyond the place sees it through its orders alone
        return redirect("casework:order_list")
    return redirect(kinds()[case.kind].detail_page, case.number)
