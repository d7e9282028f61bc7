import django_filters as filters
from django.utils.translation import gettext_lazy as _

from disputes.enums.centres import TicketState
from disputes.models import MediationCentre, QueueTicket
from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet


class CentreFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("name", lookup_expr="contains", label=_("名称"), max_length=40)
    level = filters.CharFilter("level_id", label=_("层级"), max_length=20)
    model = filters.BooleanFilter("is_model", label=_("示范中心"))

    class Meta:
        model = MediationCentre
        fields = []


class TicketFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    centre = filters.NumberFilter("centre_id", label=_("中心"))
    day = filters.DateFilter(label=_("日期"))
    state = filters.ChoiceFilter(choices=TicketState, label=_("状态"))

    class Meta:
        model = QueueTicket
        fields = []
