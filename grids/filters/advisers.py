import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet, since, until
from grids.enums.advisers import AdviserWork
from grids.filters.lists import AsOfFilterSet
from grids.models import Adviser, AdviserDuty, AdviserRecord


class AdviserFilter(AsOfFilterSet):
    area = AreaFilter(label=_("区划代码"))
    name = filters.CharFilter(lookup_expr="contains", label=_("姓名"), max_length=40)
    firm = filters.CharFilter(lookup_expr="contains", label=_("律师事务所"), max_length=80)
    as_of = filters.DateFilter(method="keep", label=_("截至日期"))

    class Meta:
        model = Adviser
        fields = []


class AdviserDutyFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    on_from = since("on", _("日期从"))
    on_to = until("on", _("日期到"))

    class Meta:
        model = AdviserDuty
        fields = []


class AdviserRecordFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    kind = filters.ChoiceFilter(choices=AdviserWork, label=_("工作"))
    on_from = since("on", _("日期从"))
    on_to = until("on", _("日期到"))

    class Meta:
        model = AdviserRecord
        fields = []
