import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet
from governance.party.filters.dated import AsOfFilterSet
from governance.party.models import Activity, League, StewardTeam, VolunteerTeam


class GroupFilter(AsOfFilterSet):
    """What leagues and teams are looked for by."""

    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("name", lookup_expr="icontains", label=_("名称"))
    as_of = filters.DateFilter(method="on_day", label=_("截至日期"))


class VolunteerTeamFilter(GroupFilter):
    class Meta:
        model = VolunteerTeam
        fields = []


class StewardTeamFilter(GroupFilter):
    class Meta:
        model = StewardTeam
        fields = []


class LeagueFilter(GroupFilter):
    class Meta:
        model = League
        fields = []

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset).with_partner_count(self.day)


class ActivityFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("title", lookup_expr="icontains", label=_("活动名称"))
    host = filters.ChoiceFilter(
        choices=[
            ("org", _("党组织")),
            ("league", _("服务联盟")),
            ("steward_team", _("红管家服务队")),
            ("volunteer_team", _("志愿服务队")),
        ],
        method="by_host",
        label=_("主办"),
    )
    from_on = filters.DateFilter("on", lookup_expr="gte", label=_("从"))
    to_on = filters.DateFilter("on", lookup_expr="lte", label=_("到"))

    class Meta:
        model = Activity
        fields = []

    def by_host(self, rows, name, value):
        return rows.filter(**{f"{value}__isnull": False})
