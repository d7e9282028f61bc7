import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet
from grids.models import Household


class HouseholdFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter(method="with_text", label=_("门牌或姓名"), max_length=40)

    class Meta:
        model = Household
        fields = []

    def with_text(self, rows, name, value):
        return rows.search(value)
