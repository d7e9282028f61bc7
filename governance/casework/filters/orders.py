import django_filters as filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.casework.enums import OrderKind
from governance.casework.models import WorkOrder
from governance.casework.states import OrderState
from governance.kernel.filters import StrictFilterSet


class Box:
    IN, OUT = "in", "out"
    CHOICES = [(IN, _("发给我单位")), (OUT, _("我单位发出"))]


class WorkOrderFilter(StrictFilterSet):
    box = filters.ChoiceFilter(choices=Box.CHOICES, method="with_box", label=_("收发"))
    q = filters.CharFilter(method="with_text", label=_("编号或名称"), max_length=60)
    kind = filters.ChoiceFilter(choices=OrderKind, label=_("方式"))
    state = filters.ChoiceFilter(choices=OrderState, label=_("状态"))
    waiting = filters.BooleanFilter(method="with_waiting", label=_("等待答复"))
    late = filters.BooleanFilter(method="with_late", label=_("超期未答复"))
    area = AreaFilter(label=_("区划代码"))

    class Meta:
        model = WorkOrder
        fields = []

    def with_box(self, rows, name, value):
        user = self.request.user
        return rows.sent_to(user) if value == Box.IN else rows.sent_by(user)

    def with_text(self, rows, name, value):
        text = value.strip()
        return rows.filter(Q(case__number__istartswith=text) | Q(case__title__icontains=text))

    def with_waiting(self, rows, name, value):
        waiting = rows.waiting()
        return waiting if value else rows.exclude(pk__in=waiting.values("pk"))

    def with_late(self, rows, name, value):
        late = rows.late()
        return late if value else rows.exclude(pk__in=late.values("pk"))
