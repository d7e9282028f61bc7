import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.dispatch.enums import CycleKind, CycleState
from governance.dispatch.models import Cycle, Notice
from governance.kernel.filters import StrictFilterSet


class CycleFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    kind = filters.ChoiceFilter(choices=CycleKind, label=_("种类"))
    state = filters.ChoiceFilter(choices=CycleState, label=_("状态"))
    period = filters.CharFilter("period", label=_("期次"))
    due_from = filters.DateFilter("due_on", lookup_expr="gte", label=_("应开日期从"))
    due_to = filters.DateFilter("due_on", lookup_expr="lte", label=_("应开日期到"))

    class Meta:
        model = Cycle
        fields = []


class NoticeFilter(StrictFilterSet):
    id = filters.NumberFilter("pk", min_value=1, max_value=2**63 - 1, decimal_places=0, label=_("提醒编号"))
    read = filters.BooleanFilter("read_at", lookup_expr="isnull", exclude=True, label=_("已读"))
    period = filters.CharFilter("period", label=_("期次"))

    class Meta:
        model = Notice
        fields = []
