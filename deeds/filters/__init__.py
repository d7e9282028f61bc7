import django_filters as filters
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from deeds.enums import Cause, Clock, HousingTrack, UndertakingKind
from deeds.models import DeedProject, Home, HousingProject, ProjectObstacle, Undertaking
from deeds.states import SOLVED_STATES, HomeState, ProjectState, UndertakingState
from governance.areas.filters import AreaFilter
from governance.kernel.days import today
from governance.kernel.filters import DatedFilterSet, StrictFilterSet, since, until

YES_NO = [("true", _("是")), ("false", _("否"))]


def has_day(column: str, label: str) -> filters.BooleanFilter:
    return filters.BooleanFilter(column, lookup_expr="isnull", exclude=True, label=label)


def led_by(rows, office: str):
    """Projects an office leads, or one of whose obstacles that still stand."""
    stuck = ProjectObstacle.objects.filter(closed_on__isnull=True, lead_office__icontains=office)
    return rows.filter(Q(lead_office__icontains=office) | Q(pk__in=stuck.values("project")))


class DeedProjectFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("name", lookup_expr="icontains", label=_("项目名称"))
    state = filters.ChoiceFilter(choices=ProjectState, label=_("状态"))
    cause = filters.ChoiceFilter(choices=Cause, method="with_cause", label=_("成因"))
    solved = has_day("solved_on", _("已解决"))
    unsolved = filters.BooleanFilter(method="to_be_solved", label=_("待化解"))
    office = filters.CharFilter(method="of_office", label=_("责任单位"))
    in_ledger = filters.BooleanFilter(method="in_force", label=_("在台账"))
    is_new = filters.BooleanFilter("is_new", label=_("新增"))
    excluded = filters.BooleanFilter(method="taken_off", label=_("已移出"))
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
        return rows.in_ledger() if value else rows.filter(Q(state=ProjectState.EXCLUDED) | Q(is_new=True))

    def taken_off(self, rows, name, value):
        excluded = Q(state=ProjectState.EXCLUDED)
        return rows.filter(excluded if value else ~excluded)

    def to_be_solved(self, rows, name, value):
        return rows.unsolved() if value else rows.filter(state__in=SOLVED_STATES)

    def of_office(self, rows, name, value):
        return led_by(rows, value)


class DeedBoardFilter(StrictFilterSet):
    """What still has to be worked on, unless `which` asks for the others too."""

    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("name", lookup_expr="icontains", label=_("项目名称"))
    which = filters.ChoiceFilter(
        choices=[("solved", _("已解决")), ("all", _("全部"))], empty_label=_("待化解"), method="of_kind",
        label=_("范围"),
    )  # fmt: skip
    office = filters.CharFilter(method="of_office", label=_("责任单位"))
    cause = filters.ChoiceFilter(choices=Cause, method="with_cause", label=_("成因"))
    clock = filters.ChoiceFilter(choices=Clock, method="with_clock", label=_("有这种时限的堵点"))

    class Meta:
        model = DeedProject
        fields = []

    def filter_queryset(self, queryset):
        rows = super().filter_queryset(queryset)
        return rows if self.form.cleaned_data.get("which") else rows.unsolved()

    def of_kind(self, rows, name, value):
        return rows.filter(state__in=SOLVED_STATES) if value == "solved" else rows

    def of_office(self, rows, name, value):
        return led_by(rows, value)

    def with_cause(self, rows, name, value):
        return rows.filter(causes__contains=[value])

    def with_clock(self, rows, name, value):
        return rows.filter(pk__in=ProjectObstacle.objects.at(value, today()).values("project"))


class HomeFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    project = filters.NumberFilter(
        "project_id", min_value=1, max_value=2**63 - 1, decimal_places=0, label=_("项目编号")
    )
    building = filters.CharFilter("building", label=_("楼号"))
    state = filters.ChoiceFilter(choices=HomeState, label=_("状态"))
    is_new = filters.BooleanFilter("is_new", label=_("新增"))
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


class ProjectHomesFilter(StrictFilterSet):
    """The homes of one project, to be chosen for a step."""

    building = filters.CharFilter("building", label=_("楼号"))
    state = filters.ChoiceFilter(choices=HomeState, label=_("状态"))

    class Meta:
        model = Home
        fields = []


class ObstacleFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"), field_name="project__area_code")
    project = filters.NumberFilter(
        "project_id", min_value=1, max_value=2**63 - 1, decimal_places=0, label=_("项目编号")
    )
    cause = filters.ChoiceFilter(choices=Cause, label=_("成因"))
    office = filters.CharFilter("lead_office", lookup_expr="icontains", label=_("责任单位"))
    clock = filters.ChoiceFilter(choices=Clock, method="at_clock", label=_("时限"))
    raised = has_day("raised_on", _("已提级"))

    class Meta:
        model = ProjectObstacle
        fields = []

    def at_clock(self, rows, name, value):
        return rows.at(value, today())


class UndertakingFilter(StrictFilterSet):
    """`counted` cuts the list as the rates of cure and of breach do, as of `as_of`."""

    area = AreaFilter(label=_("区划代码"))
    project = filters.NumberFilter(
        "project_id", min_value=1, max_value=2**63 - 1, decimal_places=0, label=_("项目编号")
    )
    kind = filters.ChoiceFilter(choices=UndertakingKind, label=_("方式"))
    state = filters.ChoiceFilter(choices=UndertakingState, label=_("状态"))
    overdue = filters.BooleanFilter(method="past_its_day", label=_("超期未核查"))
    counted = filters.ChoiceFilter(
        choices=[
            ("cure", _("到期或已核查的容缺")),
            ("cured", _("已补正的容缺")),
            ("promise", _("已核查的承诺")),
            ("breached", _("违约的承诺")),
        ],
        method="as_counted",
        label=_("统计口径"),
    )
    as_of = filters.DateFilter(method="as_it_stood", label=_("截至日期"))

    class Meta:
        model = Undertaking
        fields = []

    def past_its_day(self, rows, name, value):
        late = rows.overdue_on(today())
        return late if value else rows.exclude(pk__in=late.values("pk"))

    def as_counted(self, rows, name, value):
        return rows.counted(value, self.form.cleaned_data.get("as_of") or today())

    def as_it_stood(self, rows, name, value):
        return rows.filter(made_on__lte=value)


class HousingProjectFilter(DatedFilterSet):
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
