import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.days import today
from governance.kernel.filters import StrictFilterSet
from grids.enums.roster import CareKind, Occupancy
from grids.models import CareTag, Household


class HouseholdFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter(method="with_text", label=_("门牌或姓名"), max_length=40)
    occupancy = filters.ChoiceFilter(choices=Occupancy, label=_("居住情况"))
    care = filters.ChoiceFilter(choices=CareKind, method="with_care", label=_("关爱类别"))

    class Meta:
        model = Household
        fields = []

    def with_text(self, rows, name, value):
        return rows.search(value)

    def with_care(self, rows, name, value):
        tagged = CareTag.objects.live_on(today()).filter(kind=value).values("household")
        return rows.filter(pk__in=tagged)
