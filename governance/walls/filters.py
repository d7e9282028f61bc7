import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet
from governance.walls.models import Wall


class WallFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    live = filters.BooleanFilter(method="that_run", label=_("在用"))

    class Meta:
        model = Wall
        fields = []

    def that_run(self, rows, name, value):
        return rows.live() if value else rows.over()
