import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import Channel, DeliveryState
from governance.dispatch.models import Delivery, NoticeKind
from governance.dispatch.states import UNSENT
from governance.kernel.filters import StrictFilterSet, since, until


def _kinds() -> list[tuple[str, str]]:
    return list(NoticeKind.objects.values_list("code", "name"))


class DeliveryFilter(StrictFilterSet):
    channel = filters.ChoiceFilter(choices=Channel, label=_("发送方式"))
    state = filters.ChoiceFilter(choices=DeliveryState, label=_("状态"))
    unsent = filters.BooleanFilter(method="that_did_not_go_out", label=_("没有发出的"))
    kind = filters.ChoiceFilter("kind__code", choices=_kinds, label=_("提醒种类"))
    made_from = since("created_at__date", _("不早于"))
    made_to = until("created_at__date", _("不晚于"))

    class Meta:
        model = Delivery
        fields = []

    def that_did_not_go_out(self, rows, name, value):
        return rows.unsent() if value else rows.exclude(state__in=UNSENT)
