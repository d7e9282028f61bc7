import django_filters as filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.enums.series import HouseholdState
from disputes.models import Series, SeriesMember
from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet


class SeriesFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("title", lookup_expr="contains", label=_("名称"), max_length=60)
    closed = filters.BooleanFilter("closed_on", lookup_expr="isnull", exclude=True, label=_("已办结"))

    class Meta:
        model = Series
        fields = []


class HouseholdFilter(StrictFilterSet):
    """The households of one series, by state and by what they are called."""

    state = filters.ChoiceFilter(choices=HouseholdState, label=_("情况"))
    q = filters.CharFilter(method="with_text", label=_("户名、姓名或地址"), max_length=60)

    class Meta:
        model = SeriesMember
        fields = []

    def with_text(self, rows, name, value):
        text = value.strip()
        return rows.filter(
            Q(household__icontains=text) | Q(name__icontains=text) | Q(address__icontains=text)
        )


class SeriesHouseholdFilter(HouseholdFilter):
    series = filters.NumberFilter("series_id", label=_("系列案编号"))
