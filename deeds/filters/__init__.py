import django_filters as filters
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from deeds.enums import Cause, HousingTrack
from deeds.models import DeedProject, Home, HousingProject
from deeds.states import HomeState, ProjectState
from governance.areas.filters import AreaFilter
from governance.kernel.days import today
from governance.kernel.filters import StrictFilterSet

YES_NO = [("true", _("是")), ("false", _("否"))]


def since(column: str, label: str) -> filters.DateFilter:
    return filters.DateFilter(column, lookup_expr="gte", label=label)


def until(column: str, label: str) -> filters.DateFilter:
    return filters.DateFilter(column, lookup_expr="lte", label=label)


def has_day(column: str, label: str) -> filters.BooleanFilter:
    return filters.BooleanFilter(column, lookup_expr="isnull", exclude=True, label=label)


class DeedProjectFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("name", lookup_expr="icontains", label=_("项目名称"))
    state = filters.ChoiceFilter(choices=ProjectState, label=_("状态"))
    cause = filters.ChoiceFilter(choices=Cause, method="with_cause", label=_("成因"))
    solved = has_day("solved_on", _("已解决"))
    in_ledger = filters.BooleanFilter(method="in_force", label=_("在台账"))
    listed_from = since("listed_on", _("纳入日期从"))
    listed_to = until("listed_on", _("纳入日期到"))
    solved_from = since("solved_on", _("解决日期从"))
    solved_to = until("solved_on", _("解决日期到"))

    class Meta:
        model = DeedProject
        fields = []

    def with_cause(self, rows, name, value):
        return rows.filter(causes__contains=[value])

    def in_force(self, rows, name, value):
        excluded = Q(state=ProjectState.EXCLUDED)
        return rows.filter(~excluded if value else excluded)


class HomeFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    project = filters.NumberFilter(
        "project_id", min_value=1, max_value=2**63 - 1, decimal_places=0, label=_("项目编号")
    )
    building = filters.CharFilter("building", label=_("楼号"))
    state = filters.ChoiceFilter(choices=HomeState, label=_("状态"))
    solved = has_day("solved_on", _("可办证"))
    issued = has_day("issued_on", _("已发证"))
    listed_from = since("listed_on", _("纳入日期从"))
    listed_to = until("listed_on", _("纳入日期到"))
    solved_from = since("solved_on", _("可办日期从"))
    solved_to = until("solved_on", _("可办日期到"))
    issued_from = since("issued_on", _("发证日期从"))
    issued_to = until("issued_on", _("发证日期到"))

    class Meta:
        model = Home
        fields = []


class HousingProjectFilter(StrictFilterSet):
    """`as_of` shows the list, and who was on schedule, as it stood on a day."""

    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("name", lookup_expr="icontains", label=_("项目名称"))
    track = filters.ChoiceFilter(choices=HousingTrack, label=_("保交方式"))
    on_schedule = filters.BooleanFilter(method="keeping_up", label=_("按期"))
    under_way = filters.BooleanFilter(method="still_building", label=_("未交付完"))
    resumed = filters.BooleanFilter(method="at_work", label=_("有人施工"))
    short_of_money = filters.BooleanFilter(method="with_gap", label=_("有资金缺口"))
    as_of = filters.DateFilter(method="as_it_stood", label=_("截至日期"))

    class Meta:
        model = HousingProject
        fields = []

    @property
    def day(self):
        return self.form.cleaned_data.get("as_of") or today()

    def keeping_up(self, rows, name, value):
        return rows.on_schedule(self.day) if value else rows.behind(self.day)

    def still_building(self, rows, name, value):
        day = self.day
        return (
            rows.under_way(day) if value else rows.with_delivered(day).filter(delivered_homes__gte=F("homes"))
        )

    def at_work(self, rows, name, value):
        return rows.resumed(self.day) if value else rows.standing_still(self.day)

    def with_gap(self, rows, name, value):
        short = rows.short_of_money(self.day)
        return short if value else rows.with_funds(self.day).exclude(gap__gt=0)

    def as_it_stood(self, rows, name, value):
        return rows.in_force(value).for_list(value)
