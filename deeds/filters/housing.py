"""The lists behind the figures of housing delivery; `as_of` shows each as it stood on a day."""

import django_filters as filters
from django.utils.translation import gettext_lazy as _

from deeds.enums.housing import Rating
from deeds.models import (
    Bulletin,
    DeskSession,
    HousingBuilding,
    HousingDelivery,
    HousingRisk,
    Milestone,
    Payout,
    PurchaserQuestion,
)
from deeds.states.bulletins import BulletinState
from governance.areas.filters import AreaFilter
from governance.kernel.filters import DatedFilterSet, StrictFilterSet


class PlainFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    project = filters.NumberFilter(
        "project_id", min_value=1, max_value=2**63 - 1, decimal_places=0, label=_("项目编号")
    )


class BuildingFilter(PlainFilter):
    class Meta:
        model = HousingBuilding
        fields = []


class RiskFilter(PlainFilter):
    rating = filters.ChoiceFilter(choices=Rating, label=_("项目评级"))
    open = filters.BooleanFilter("closed_on", lookup_expr="isnull", label=_("没有销号"))

    class Meta:
        model = HousingRisk
        fields = []


class BulletinFilter(PlainFilter):
    state = filters.ChoiceFilter(choices=BulletinState, label=_("状态"))

    class Meta:
        model = Bulletin
        fields = []


class DeskSessionFilter(PlainFilter):
    on = filters.DateFilter("day", label=_("日期"))

    class Meta:
        model = DeskSession
        fields = []


class OfProjectFilter(PlainFilter, DatedFilterSet):
    """`judged` and `timely` ask for what the figure of the list counts on the day."""

    as_of = filters.DateFilter(method="as_it_stood", label=_("截至日期"))

    def as_it_stood(self, rows, name, value):
        """The other filters look at the day."""
        return rows


class MilestoneFilter(OfProjectFilter):
    project = filters.NumberFilter(
        "building__project_id", min_value=1, max_value=2**63 - 1, decimal_places=0, label=_("项目编号")
    )
    due = filters.BooleanFilter(method="come_due", label=_("已到期"))
    kept = filters.BooleanFilter(method="kept_or_missed", label=_("按期完成"))

    class Meta:
        model = Milestone
        fields = []

    def come_due(self, rows, name, value):
        return rows.due_on(self.day) if value else rows.filter(planned_on__gt=self.day)

    def kept_or_missed(self, rows, name, value):
        return rows.kept_on(self.day) if value else rows.missed_on(self.day)


class TimelyFilter(OfProjectFilter):
    judged = filters.BooleanFilter(method="come_due", label=_("已到期限或已办"))
    timely = filters.BooleanFilter(method="timely_or_late", label=_("按时"))

    def come_due(self, rows, name, value):
        judged = rows.judged_on(self.day)
        return judged if value else rows.exclude(pk__in=judged.order_by().values("pk"))

    def timely_or_late(self, rows, name, value):
        return rows.timely_on(self.day) if value else rows.late_on(self.day)


class PayoutFilter(TimelyFilter):
    class Meta:
        model = Payout
        fields = []


class QuestionFilter(TimelyFilter):
    class Meta:
        model = PurchaserQuestion
        fields = []


class DeliveryFilter(OfProjectFilter):
    due = filters.BooleanFilter(method="come_due", label=_("已到交付日"))
    handed_over = filters.BooleanFilter(method="handed", label=_("已交付"))

    class Meta:
        model = HousingDelivery
        fields = []

    def come_due(self, rows, name, value):
        return rows.due_on(self.day) if value else rows.filter(planned_on__gt=self.day)

    def handed(self, rows, name, value):
        done = rows.handed_over_on(self.day)
        return done if value else rows.exclude(pk__in=done.order_by().values("pk"))
