import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet
from property.enums.assessment import AppealVerdict, AssessmentGrade, CardGrade, RaterKind
from property.filters import OnDayFilterSet, compound_filter
from property.filters.programmes import number
from property.models import (
    Assessment,
    AssessmentMandate,
    AssessmentRound,
    CompanyCard,
    Rectification,
    ScoreAppeal,
    ScoreSheet,
)
from property.states.assessment import RectificationState, RoundState, SheetState

VERDICTS = [("pending", AppealVerdict.PENDING.label), *AppealVerdict.choices[1:]]


class ScoreSheetFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("name", lookup_expr="icontains", label=_("标准名称"))
    state = filters.ChoiceFilter(choices=SheetState, label=_("状态"))

    class Meta:
        model = ScoreSheet
        fields = []


class MandateFilter(OnDayFilterSet):
    """Without `as_of` all mandates, past ones too."""

    area = AreaFilter(label=_("区划代码"))
    rater = filters.ChoiceFilter(choices=RaterKind, label=_("评分方"))
    as_of = filters.DateFilter(method="live", label=_("截至日期"))

    class Meta:
        model = AssessmentMandate
        fields = []

    def live(self, rows, name, value):
        return rows.live_on(value)


class RoundFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    state = filters.ChoiceFilter(choices=RoundState, label=_("状态"))
    begins_on = filters.DateFilter("begins_on", label=_("季度首日"))

    class Meta:
        model = AssessmentRound
        fields = []


class AssessmentFilter(OnDayFilterSet):
    """With `latest` those of the round last published by the day of `as_of`."""

    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("compound__name", lookup_expr="icontains", label=_("小区名称"))
    round = number("round_id", _("轮次编号"))
    company = number("company_id", _("企业编号"))
    compound = compound_filter()
    grade = filters.ChoiceFilter(choices=AssessmentGrade, label=_("等级"))
    waits_for = filters.ChoiceFilter(method="by_rater", choices=RaterKind, label=_("等谁评分"))
    latest = filters.BooleanFilter(method="of_latest", label=_("最近公布的一轮"))
    rated = filters.BooleanFilter("total", lookup_expr="isnull", exclude=True, label=_("有公布的得分"))
    good = filters.BooleanFilter(method="of_grades", label=_("A、B 级"))
    slips = filters.BooleanFilter(method="by_slips", label=_("有业主评议"))
    as_of = filters.DateFilter(method="on_day", label=_("截至日期"))

    class Meta:
        model = Assessment
        fields = []

    def by_rater(self, rows, name, value):
        return rows.waiting_for(value)

    def of_latest(self, rows, name, value):
        return rows.latest_on(self.day) if value else rows

    def of_grades(self, rows, name, value):
        return rows.good() if value else rows.rated().exclude(pk__in=rows.good().values("pk"))

    def by_slips(self, rows, name, value):
        return rows.with_slips() if value else rows.filter(slips_satisfied__isnull=True)


class ScoreAppealFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    round = number("assessment__round_id", _("轮次编号"))
    verdict = filters.ChoiceFilter(method="by_verdict", choices=VERDICTS, label=_("裁定"))

    class Meta:
        model = ScoreAppeal
        fields = []

    def by_verdict(self, rows, name, value):
        return rows.filter(verdict="" if value == "pending" else value)


class RectificationFilter(OnDayFilterSet):
    area = AreaFilter(label=_("区划代码"))
    state = filters.ChoiceFilter("case__state", choices=RectificationState, label=_("状态"))
    round = number("assessment__round_id", _("轮次编号"))
    company = number("assessment__company_id", _("企业编号"))
    due = filters.BooleanFilter(method="by_due", label=_("已办结或已超期"))
    in_time = filters.BooleanFilter(method="by_time", label=_("按期整改到位"))
    late = filters.BooleanFilter(method="by_late", label=_("超期未办结"))
    as_of = filters.DateFilter(method="on_day", label=_("截至日期"))

    class Meta:
        model = Rectification
        fields = []

    def by_due(self, rows, name, value):
        return rows.due_on(self.day) if value else rows.exclude(pk__in=rows.due_on(self.day).values("pk"))

    def by_time(self, rows, name, value):
        return rows.in_time_on(self.day) if value else rows.missed_on(self.day)

    def by_late(self, rows, name, value):
        return rows.late_on(self.day) if value else rows.exclude(pk__in=rows.late_on(self.day).values("pk"))


class CompanyCardFilter(OnDayFilterSet):
    area = AreaFilter(label=_("区划代码"))
    company = number("company_id", _("企业编号"))
    grade = filters.TypedChoiceFilter(choices=CardGrade, coerce=int, label=_("牌级"))
    live = filters.BooleanFilter(method="by_life", label=_("有效"))
    as_of = filters.DateFilter(method="on_day", label=_("截至日期"))

    class Meta:
        model = CompanyCard
        fields = []

    def by_life(self, rows, name, value):
        live = rows.live_on(self.day)
        return live if value else rows.exclude(pk__in=live.values("pk"))
