import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.dispatch.models import SupervisionVisit
from governance.kernel.filters import StrictFilterSet


class VisitFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("subject", lookup_expr="icontains", label=_("项目或者单位"))
    cycle = filters.NumberFilter(
        "cycle_id", min_value=1, max_value=2**63 - 1, decimal_places=0, label=_("调度编号")
    )
    visited_from = filters.DateFilter("visited_on", lookup_expr="gte", label=_("督导不早于"))
    visited_to = filters.DateFilter("visited_on", lookup_expr="lte", label=_("督导不晚于"))

    class Meta:
        model = SupervisionVisit
        fields = []
