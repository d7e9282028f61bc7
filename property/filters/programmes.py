import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet
from property.enums.programmes import COUNTED_STATES, ProgrammeKind
from property.filters import OnDayFilterSet
from property.models import Programme, ProgrammeItem, Regulation
from property.states.regulations import RegulationState

STATES = [(state.value, state.label) for state in COUNTED_STATES]


def number(column: str, label: str) -> filters.NumberFilter:
    return filters.NumberFilter(column, min_value=1, max_value=2**63 - 1, decimal_places=0, label=label)


class ProgrammeFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("name", lookup_expr="icontains", label=_("专项名称"))
    kind = filters.ChoiceFilter(choices=ProgrammeKind, label=_("种类"))
    running = filters.BooleanFilter("closed_on", lookup_expr="isnull", label=_("进行中"))

    class Meta:
        model = Programme
        fields = []


class ProgrammeItemFilter(OnDayFilterSet):
    """Tasks in force on the day, each with its state of that day."""

    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("title", lookup_expr="icontains", label=_("任务"))
    lead_office = filters.CharFilter("lead_office", lookup_expr="icontains", label=_("牵头单位"))
    state = filters.ChoiceFilter("state", choices=STATES, label=_("状态"))
    due_soon = filters.BooleanFilter(method="near", label=_("7 天内到期"))
    to_check = filters.BooleanFilter(method="waiting", label=_("待核验"))
    programme = number("category__programme_id", _("专项编号"))
    as_of = filters.DateFilter(method="on_day", label=_("截至日期"))

    class Meta:
        model = ProgrammeItem
        fields = []

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset.in_force(self.day).for_list(self.day))

    def near(self, rows, name, value):
        return rows.due_soon(self.day) if value else rows

    def waiting(self, rows, name, value):
        return rows.to_check(self.day) if value else rows


class RegulationFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("title", lookup_expr="icontains", label=_("制度名称"))
    state = filters.ChoiceFilter(choices=RegulationState, label=_("状态"))
    batch = number("batch", _("批次"))
    owner_office = filters.CharFilter("owner_office", lookup_expr="icontains", label=_("责任单位"))
    programme = number("item__category__programme_id", _("专项编号"))

    class Meta:
        model = Regulation
        fields = []
