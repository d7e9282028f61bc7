import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.dispatch.enums import CycleKind, CycleState
from governance.dispatch.models import Cycle, CycleItem, Notice
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


class CycleItemFilter(StrictFilterSet):
    cycle = filters.NumberFilter(
        "cycle_id", min_value=1, max_value=2**63 - 1, decimal_places=0, label=_("调度编号")
    )
    area = AreaFilter("cycle__area_code", label=_("区划代码"))
    topic = filters.CharFilter("topic", label=_("类别"))
    owner = filters.CharFilter("owner", label=_("责任单位"))
    carried = filters.BooleanFilter(method="listed_again", label=_("结转的"))
    task = filters.BooleanFilter("action", lookup_expr="isnull", exclude=True, label=_("是调度任务"))

    class Meta:
        model = CycleItem
        fields = []

    def listed_again(self, rows, name, value):
        return rows.filter(times__gt=1) if value else rows.filter(times=1)


class NoticeFilter(StrictFilterSet):
    id = filters.NumberFilter("pk", min_value=1, max_value=2**63 - 1, decimal_places=0, label=_("提醒编号"))
    read = filters.BooleanFilter("read_at", lookup_expr="isnull", exclude=True, label=_("已读"))
    period = filters.CharFilter("period", label=_("期次"))

    class Meta:
        model = Notice
        fields = []
