import django_filters as filters
from django.utils.translation import gettext_lazy as _

from disputes.models import Series
from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet


class SeriesFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("title", lookup_expr="contains", label=_("名称"), max_length=60)

    class Meta:
        model = Series
        fields = []
