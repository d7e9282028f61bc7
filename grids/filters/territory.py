import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet
from grids.enums.territory import CompoundKind
from grids.filters.lists import GRID_KINDS, YES_NO, AsOfFilterSet
from grids.models import BuildingGroup, Compound, Grid, GridWorker


class GridFilter(AsOfFilterSet):
    area = AreaFilter(label=_("区划代码"))
    name = filters.CharFilter("area__name", lookup_expr="contains", label=_("名称"), max_length=40)
    kind = filters.ChoiceFilter("area__kind", choices=GRID_KINDS, label=_("类别"))
    staffed = filters.ChoiceFilter(choices=YES_NO, method="with_staff", label=_("有网格员在岗"))
    in_range = filters.ChoiceFilter(choices=YES_NO, method="with_size", label=_("户数合乎标准"))
    party_branch = filters.ChoiceFilter(choices=YES_NO, method="with_branch", label=_("有网格党支部"))
    as_of = filters.DateFilter(method="keep", label=_("截至日期"))

    class Meta:
        model = Grid
        fields = []

    def with_staff(self, rows, name, value):
        return rows.staffed(self.day) if value == "true" else rows.unstaffed(self.day)

    def with_size(self, rows, name, value):
        fitting = Grid.objects.in_size_range(self.day).values("pk")
        return rows.filter(pk__in=fitting) if value == "true" else rows.exclude(pk__in=fitting)

    def with_branch(self, rows, name, value):
        day = self.day
        return rows.with_party_branch_on(day) if value == "true" else rows.without_party_branch_on(day)


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


class BuildingFilter(AsOfFilterSet):
    area = AreaFilter(label=_("区划代码"))
    compound = filters.CharFilter(
        "compound__name", lookup_expr="contains", label=_("小区名称"), max_length=40
    )
    party_group = filters.ChoiceFilter(choices=YES_NO, method="with_group", label=_("有楼院党小组"))
    as_of = filters.DateFilter(method="keep", label=_("截至日期"))

    class Meta:
        model = BuildingGroup
        fields = []

    def with_group(self, rows, name, value):
        day = self.day
        return rows.with_party_group_on(day) if value == "true" else rows.without_party_group_on(day)
