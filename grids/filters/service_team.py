import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from grids.enums.service_team import ServiceKind
from grids.filters.lists import AsOfFilterSet
from grids.models import Grid, ServiceMember


class ServiceMemberFilter(AsOfFilterSet):
    area = AreaFilter(label=_("区划代码"))
    kind = filters.ChoiceFilter(choices=ServiceKind, label=_("力量"))
    as_of = filters.DateFilter(method="keep", label=_("截至日期"))

    class Meta:
        model = ServiceMember
        fields = []


class VacancyFilter(AsOfFilterSet):
    area = AreaFilter(label=_("区划代码"))
    covered = filters.ChoiceFilter(
        choices=[("true", _("有人代管")), ("false", _("无人代管"))], method="with_cover", label=_("代管")
    )
    as_of = filters.DateFilter(method="keep", label=_("截至日期"))

    class Meta:
        model = Grid
        fields = []

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset.unstaffed(self.day).with_vacancy(self.day))

    def with_cover(self, rows, name, value):
        return rows.filter(cover__isnull=value == "false")
