import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.dispatch.enums import CycleKind
from governance.dispatch.models import Correction
from governance.kernel.filters import StrictFilterSet


class CorrectionFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    kind = filters.ChoiceFilter("brief__cycle__kind", choices=CycleKind, label=_("种类"))
    brief = filters.NumberFilter(
        "brief_id", min_value=1, max_value=2**63 - 1, decimal_places=0, label=_("简报编号")
    )
    issued_from = filters.DateFilter("issued_on", lookup_expr="gte", label=_("印发不早于"))
    issued_to = filters.DateFilter("issued_on", lookup_expr="lte", label=_("印发不晚于"))

    class Meta:
        model = Correction
        fields = []
