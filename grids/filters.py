import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.enums import AreaKind
from governance.areas.filters import AreaFilter
from governance.kernel.days import today
from governance.kernel.filters import StrictFilterSet
from grids.enums import CompoundKind, NeedKind, VisitKind, VisitOutcome, Way
from grids.models import Compound, Grid, GridWorker, Household, NeedRequest, Visit
from grids.states import NeedState

GRID_KINDS = [
    choice
    for choice in AreaKind.choices
    if choice[0] in {"urban", "rural", AreaKind.DEDICATED, AreaKind.MICRO}
]
YES_NO = [("true", _("是")), ("false", _("否"))]


def since(column: str, label: str) -> filters.DateFilter:
    return filters.DateFilter(column, lookup_expr="gte", label=label)


def until(column: str, label: str) -> filters.DateFilter:
    return filters.DateFilter(column, lookup_expr="lte", label=label)


class AsOfFilterSet(StrictFilterSet):
    """Rows as they stood at the end of a day, today unless another is asked for."""

    @property
    def as_of(self):
        return self.form.cleaned_data.get("as_of") or today()

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset.for_list(self.as_of))

    def keep(self, rows, name, value):
        """`as_of` itself takes nothing away: it dates the other conditions."""
        return rows


class GridFilter(AsOfFilterSet):
    area = AreaFilter(label=_("区划代码"))
    name = filters.CharFilter("area__name", lookup_expr="contains", label=_("名称"), max_length=40)
    kind = filters.ChoiceFilter("area__kind", choices=GRID_KINDS, label=_("类别"))
    staffed = filters.ChoiceFilter(choices=YES_NO, method="with_staff", label=_("有网格员在岗"))
    in_range = filters.ChoiceFilter(choices=YES_NO, method="with_size", label=_("户数合乎标准"))
    as_of = filters.DateFilter(method="keep", label=_("截至日期"))

    class Meta:
        model = Grid
        fields = []

    def with_staff(self, rows, name, value):
        return rows.staffed(self.as_of) if value == "true" else rows.unstaffed(self.as_of)

    def with_size(self, rows, name, value):
        fitting = Grid.objects.in_size_range(self.as_of).values("pk")
        return rows.filter(pk__in=fitting) if value == "true" else rows.exclude(pk__in=fitting)


class GridWorkerFilter(AsOfFilterSet):
    area = AreaFilter(label=_("区划代码"))
    as_of = filters.DateFilter(method="keep", label=_("截至日期"))

    class Meta:
        model = GridWorker
        fields = []


class CompoundFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    name = filters.CharFilter(lookup_expr="contains", label=_("小区名称"), max_length=40)
    kind = filters.ChoiceFilter(choices=CompoundKind, label=_("类型"))

    class Meta:
        model = Compound
        fields = []


class VisitFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    outcome = filters.ChoiceFilter(choices=VisitOutcome, label=_("结果"))
    kind = filters.ChoiceFilter(choices=VisitKind, label=_("走访类型"))
    way = filters.ChoiceFilter(choices=Way, label=_("方式"))
    visited_from = since("visited_on", _("走访日期从"))
    visited_to = until("visited_on", _("走访日期到"))
    mine = filters.ChoiceFilter(choices=YES_NO[:1], method="with_mine", label=_("只看本人"))

    class Meta:
        model = Visit
        fields = []

    def with_mine(self, rows, name, value):
        return rows.filter(worker=self.request.user)


class NeedFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    state = filters.ChoiceFilter(choices=NeedState, label=_("状态"))
    kind = filters.ChoiceFilter(choices=NeedKind, label=_("诉求类别"))
    opened_from = since("opened_on", _("提出日期从"))
    opened_to = until("opened_on", _("提出日期到"))
    solved_from = since("solved_on", _("解决日期从"))
    solved_to = until("solved_on", _("解决日期到"))
    mine = filters.ChoiceFilter(choices=YES_NO[:1], method="with_mine", label=_("只看本人"))

    class Meta:
        model = NeedRequest
        fields = []

    def with_mine(self, rows, name, value):
        return rows.filter(worker=self.request.user)


class HouseholdFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter(method="with_text", label=_("门牌或姓名"), max_length=40)

    class Meta:
        model = Household
        fields = []

    def with_text(self, rows, name, value):
        return rows.search(value)
