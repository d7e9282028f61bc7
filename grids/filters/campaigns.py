import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.days import today
from governance.kernel.filters import StrictFilterSet
from grids.enums.visits import VisitKind
from grids.filters.lists import YES_NO
from grids.models import Campaign


class CampaignFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    kind = filters.ChoiceFilter(choices=VisitKind, label=_("走访类型"))
    running = filters.ChoiceFilter(choices=YES_NO, method="with_running", label=_("正在进行"))

    class Meta:
        model = Campaign
        fields = []

    def with_running(self, rows, name, value):
        now = Campaign.objects.running_on(today()).values("pk")
        return rows.filter(pk__in=now) if value == "true" else rows.exclude(pk__in=now)
