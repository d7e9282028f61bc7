import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.dispatch.enums import ActionState, CycleKind
from governance.dispatch.models import ActionItem
from governance.dispatch.states import PENDING
from governance.kernel.days import today
from governance.kernel.filters import DatedFilterSet


class ActionFilter(DatedFilterSet):
    area = AreaFilter(label=_("区划代码"))
    mine = filters.BooleanFilter(method="of_mine", label=_("我单位的"))
    helping = filters.BooleanFilter(method="helped_with", label=_("我单位协办的"))
    state = filters.ChoiceFilter(choices=ActionState, label=_("状态"))
    pending = filters.BooleanFilter(method="not_ended", label=_("没有销号"))
    overdue = filters.BooleanFilter(method="late", label=_("超期"))
    carried = filters.BooleanFilter(method="listed_again", label=_("结转的"))
    kind = filters.ChoiceFilter("cycle__kind", choices=CycleKind, label=_("种类"))
    cycle = filters.NumberFilter(
        "cycle_id", min_value=1, max_value=2**63 - 1, decimal_places=0, label=_("调度编号")
    )
    rectification = filters.BooleanFilter(method="found_on_the_spot", label=_("督导整改"))
    cleared = filters.BooleanFilter(method="is_cleared", label=_("已销号"))
    as_of = filters.DateFilter(method="same_rows", label=_("截至日期"))
    due_from = filters.DateFilter("due_on", lookup_expr="gte", label=_("期限从"))
    due_to = filters.DateFilter("due_on", lookup_expr="lte", label=_("期限到"))

    class Meta:
        model = ActionItem
        fields = []

    def same_rows(self, rows, name, value):
        return rows.filter(decided_on__lte=value)

    def found_on_the_spot(self, rows, name, value):
        found = ActionItem.objects.rectifications_on(self.day).values("pk")
        return rows.filter(pk__in=found) if value else rows.exclude(pk__in=found)

    def is_cleared(self, rows, name, value):
        cleared = ActionItem.objects.cleared_on(self.day).values("pk")
        return rows.filter(pk__in=cleared) if value else rows.exclude(pk__in=cleared)

    def of_mine(self, rows, name, value):
        mine = rows.of_offices(self.request.user)
        return mine if value else rows.exclude(pk__in=mine.order_by().values("pk"))

    def helped_with(self, rows, name, value):
        helped = ActionItem.objects.helped_by(self.request.user).values("pk")
        return rows.filter(pk__in=helped) if value else rows.exclude(pk__in=helped)

    def not_ended(self, rows, name, value):
        return rows.filter(state__in=PENDING) if value else rows.exclude(state__in=PENDING)

    def late(self, rows, name, value):
        overdue = ActionItem.objects.overdue_on(today()).values("pk")
        return rows.filter(pk__in=overdue) if value else rows.exclude(pk__in=overdue)

    def listed_again(self, rows, name, value):
        carried = ActionItem.objects.carried().values("pk")
        return rows.filter(pk__in=carried) if value else rows.exclude(pk__in=carried)
