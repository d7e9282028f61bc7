"""Disputes that may be the same matter, and groups of them that may be a series. A person decides."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from disputes.actions.alike import dismiss_alike, link_disputes
from disputes.actions.series_hints import dismiss_hint
from disputes.enums.rights import Right
from disputes.filters.alike import SeriesHintFilter
from disputes.models import Dispute, SeriesHint
from disputes.presenting.alike import alike_of, open_series_url
from disputes.tables.alike import SERIES_HINTS
from disputes.views.cases import find
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand


@require_safe
@requires(Right.VIEW)
def case_alike(request: HttpRequest, number: str) -> HttpResponse:
    """A page of its own; the page of the dispute fetches the part of it."""
    dispute = find(request.user, number)
    context = {"case": dispute.case, "alike": alike_of(dispute, request.user)}
    return render(request, "disputes/_alike.html" if request.htmx else "disputes/alike.html", context)


@require_POST
@requires(Right.VIEW)
def alike_link(request: HttpRequest, number: str, other: str) -> HttpResponse:
    dispute, found = find(request.user, number), find(request.user, other)
    demand(request.user, Right.REGISTER, dispute.case.area_code)
    kind = request.POST.get("kind", "")
    link = link_disputes(dispute, found, by=request.user, kind=kind)
    words = _("已把 {other} 标为“{kind}”。").format(other=other, kind=link.get_kind_display())
    messages.success(request, words)
    return redirect("disputes:case_detail", number)


@require_POST
@requires(Right.VIEW)
def alike_dismiss(request: HttpRequest, number: str, other: str) -> HttpResponse:
    dispute, found = find(request.user, number), find(request.user, other)
    demand(request.user, Right.REGISTER, dispute.case.area_code)
    dismiss_alike(dispute, found, by=request.user)
    messages.success(request, _("已记为不是同类，不再提示 {other}。").format(other=other))
    return redirect("disputes:case_detail", number)


class SeriesHintList(ListPage):
    """What may be a series in the person's area."""

    required_right = Right.VIEW
    filterset_class = SeriesHintFilter
    template_name = "disputes/series_hint_list.html"
    rows_template = "disputes/_series_hint_rows.html"
    layout = SERIES_HINTS

    def rows_for(self, user):
        seen = Dispute.objects.for_user(user).select_related("case").order_by("case_id")
        hints = SeriesHint.objects.for_user(user).waiting().for_list()
        return hints.prefetch_related(Prefetch("disputes", seen, to_attr="seen"))

    def context(self, request, filtered, page):
        rows = [
            {
                "hint": hint,
                "may": request.user.may(Right.MEDIATE, hint.area_code),
                "open_url": open_series_url([dispute.case.number for dispute in hint.seen])
                if hint.seen
                else "",
            }
            for hint in page or ()
        ]
        return super().context(request, filtered, page) | {"rows": rows}


@require_POST
@requires(Right.VIEW)
def series_hint_dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    hint = get_object_or_404(SeriesHint.objects.for_user(request.user).waiting(), pk=pk)
    demand(request.user, Right.MEDIATE, hint.area_code)
    dismiss_hint(hint, by=request.user)
    messages.success(request, _("已记为不立系列案，同样的几件不再提示。"))
    return redirect("disputes:series_hint_list")
