from django.db.models import Count, F, Q
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from disputes.enums.rights import Right
from disputes.enums.series import HouseholdStatus
from disputes.filters.series import SeriesFilter
from disputes.models import Series
from disputes.tables.series import SERIES
from governance.kernel.pages import ListPage, requires

SETTLED = (HouseholdStatus.PAID, HouseholdStatus.RESIGNED)


class SeriesList(ListPage):
    required_right = Right.VIEW
    filterset_class = SeriesFilter
    template_name = "disputes/series_list.html"
    rows_template = "disputes/_series_rows.html"
    layout = SERIES

    def rows_for(self, user):
        return Series.objects.for_user(user).annotate(
            area_name=F("area__name"),
            households=Count("members"),
            settled=Count("members", filter=Q(members__status__in=SETTLED)),
        )


@requires(Right.VIEW)
@require_safe
def series_detail(request, pk: int):
    series = get_object_or_404(
        Series.objects.for_user(request.user).select_related("lead__case", "area"), pk=pk
    )
    status = request.GET.get("status", "")
    members = list(series.members.order_by("id"))
    tabs = [
        _tab(choice, label, members, status) for choice, label in [("", _("全部")), *HouseholdStatus.choices]
    ]
    shown = [member for member in members if not status or member.status == status]
    context = {"series": series, "members": shown, "tabs": tabs, "status": status, "whole": len(members)}
    return render(request, "disputes/series_detail.html", context)


def _tab(choice: str, label: str, members: list, status: str) -> dict:
    count = sum(not choice or member.status == choice for member in members)
    return {
        "label": label,
        "url": f"?status={choice}" if choice else "?",
        "active": status == choice,
        "count": count,
    }
