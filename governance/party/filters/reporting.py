import django_filters as filters
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet
from governance.party.filters.cobuild import YES_NO, StandingFilter
from governance.party.models import ReportingUnit, ServicePost, ServicePostKind


class ReportingUnitFilter(StandingFilter):
    """Units that report on the day of `as_of`, today without it."""

    q = filters.CharFilter("name", lookup_expr="icontains", label=_("单位名称"))
    short = filters.ChoiceFilter(choices=YES_NO, method="by_gap", label=_("还有党员没有报到"))

    class Meta:
        model = ReportingUnit
        fields = []

    def standing(self, rows, name, value):
        """The day itself takes nothing away: `filter_queryset` reads it for every row."""
        return rows

    def by_gap(self, rows, name, value):
        full = rows.counted_on(self.day).filter(reported__gte=F("in_service_count"))
        return rows.exclude(pk__in=full.values("pk")) if value == "true" else full

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset.live_on(self.day)).counted_on(self.day)


class ServicePostFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("text", lookup_expr="icontains", label=_("岗位内容"))
    kind = filters.ModelChoiceFilter(queryset=ServicePostKind.objects.all(), label=_("类别"))
    free = filters.ChoiceFilter(choices=YES_NO, method="by_room", label=_("还有名额"))

    class Meta:
        model = ServicePost
        fields = []

    def by_room(self, rows, name, value):
        return rows.with_room() if value == "true" else rows.exclude(pk__in=rows.with_room().values("pk"))
