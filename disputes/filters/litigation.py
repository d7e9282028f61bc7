import django_filters as filters
from django.utils.translation import gettext_lazy as _

from disputes.enums.litigation import Rate
from disputes.models import LitigationFigure, RateDefinition
from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet, since, until


class LitigationFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    month_from = since("month", _("月份从"))
    month_to = until("month", _("月份到"))
    standing_on = filters.DateFilter(method="on_day", label=_("某日最近一月"))

    class Meta:
        model = LitigationFigure
        fields = []

    def on_day(self, rows, name, value):
        return rows.standing_on(value)


class RateDefinitionFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    rate = filters.ChoiceFilter(choices=Rate, label=_("指标"))

    class Meta:
        model = RateDefinition
        fields = []
