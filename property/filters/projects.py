import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.cuts import by_class
from governance.kernel.filters import StrictFilterSet
from property.models import ProjectComplaint, ProjectFee

_MOST_ID = 2**63 - 1


def _number(field: str, label) -> filters.NumberFilter:
    return filters.NumberFilter(field, min_value=1, max_value=_MOST_ID, decimal_places=0, label=label)


class ProjectFeeFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    contract = _number("contract_id", _("项目编号"))
    company = _number("contract__company_id", _("企业编号"))
    quarter_from = filters.DateFilter("quarter_on", lookup_expr="gte", label=_("季度不早于"))
    quarter_to = filters.DateFilter("quarter_on", lookup_expr="lte", label=_("季度不晚于"))

    class Meta:
        model = ProjectFee
        fields = []


class ProjectComplaintFilter(StrictFilterSet):
    CUT = by_class("category", "event__category")

    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("contract__compound__name", lookup_expr="icontains", label=_("小区名称"))
    contract = _number("contract_id", _("项目编号"))
    company = _number("contract__company_id", _("企业编号"))
    compound = _number("contract__compound_id", _("小区编号"))
    category = filters.CharFilter(
        "event__category__code", lookup_expr="startswith", label=_("类别代码"), max_length=6
    )
    closed = filters.BooleanFilter("closed_on", lookup_expr="isnull", exclude=True, label=_("已办结"))
    received_from = filters.DateFilter("received_on", lookup_expr="gte", label=_("收到不早于"))
    received_to = filters.DateFilter("received_on", lookup_expr="lte", label=_("收到不晚于"))
    open_on = filters.DateFilter(method="open_then", label=_("某日尚未办结"))

    class Meta:
        model = ProjectComplaint
        fields = []

    def open_then(self, rows, name, value):
        return rows.open_on(value)
