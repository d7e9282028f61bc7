import django_filters as filters
from django.utils.translation import gettext_lazy as _

from disputes.enums.centres import Channel, Disposal
from disputes.models import Matter, Reception
from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet, since, until


class ReceptionFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    centre = filters.NumberFilter("centre_id", label=_("中心"))
    channel = filters.ChoiceFilter(choices=Channel, label=_("方式"))
    received_from = since("received_on", _("接待日期从"))
    received_to = until("received_on", _("接待日期到"))

    class Meta:
        model = Reception
        fields = []


class MatterFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    centre = filters.NumberFilter("reception__centre_id", label=_("中心"))
    disposal = filters.ChoiceFilter(choices=Disposal, label=_("处理方式"))
    received_from = since("received_on", _("接待日期从"))
    received_to = until("received_on", _("接待日期到"))

    class Meta:
        model = Matter
        fields = []
