import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.dispatch.enums import BriefKind, BriefState
from governance.dispatch.models import Brief, BriefTemplate
from governance.kernel.filters import StrictFilterSet


class BriefFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    kind = filters.ChoiceFilter(choices=BriefKind, label=_("简报种类"))
    state = filters.ChoiceFilter(choices=BriefState, label=_("状态"))
    period = filters.CharFilter("cycle__period", label=_("期次"), max_length=8)
    cycle = filters.NumberFilter(
        "cycle_id", min_value=1, max_value=2**63 - 1, decimal_places=0, label=_("调度编号")
    )
    to_correct = filters.BooleanFilter(method="by_waiting", label=_("待更正"))

    class Meta:
        model = Brief
        fields = []

    def by_waiting(self, rows, name, waits: bool):
        return rows.filter(waiting_count__gt=0) if waits else rows.filter(waiting_count=0)


class BriefTemplateFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    kind = filters.ChoiceFilter(choices=BriefKind, label=_("简报种类"))

    class Meta:
        model = BriefTemplate
        fields = []
