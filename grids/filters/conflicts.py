import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet
from grids.filters.lists import YES_NO
from grids.models import VisitConflict


class ConflictFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    waiting = filters.ChoiceFilter(choices=YES_NO, method="with_waiting", label=_("待核对"))
    mine = filters.ChoiceFilter(choices=YES_NO[:1], method="with_mine", label=_("只看本人"))

    class Meta:
        model = VisitConflict
        fields = []

    def with_waiting(self, rows, name, value):
        return rows.filter(reviewed_at__isnull=value == "true")

    def with_mine(self, rows, name, value):
        return rows.filter(sender=self.request.user)
