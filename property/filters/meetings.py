from datetime import timedelta

import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet
from property.enums import CommitteeKind
from property.enums.meetings import MeetingKind, MeetingState
from property.filters import OnDayFilterSet, compound_filter
from property.models import OwnersCommittee, OwnersMeeting


class OwnersMeetingFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("compound__name", lookup_expr="icontains", label=_("小区名称"))
    state = filters.ChoiceFilter(choices=MeetingState, label=_("状态"))
    kind = filters.ChoiceFilter(choices=MeetingKind, label=_("会议类型"))
    compound = compound_filter()
    held_from = filters.DateFilter("meeting_on", lookup_expr="gte", label=_("开会不早于"))
    held_to = filters.DateFilter("meeting_on", lookup_expr="lte", label=_("开会不晚于"))

    class Meta:
        model = OwnersMeeting
        fields = []


class OwnersCommitteeFilter(OnDayFilterSet):
    """All committees, past ones too; what depends on a day is asked as of `as_of`, which leaves those of that day."""

    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("compound__name", lookup_expr="icontains", label=_("小区名称"))
    kind = filters.ChoiceFilter(choices=CommitteeKind, label=_("类型"))
    compound = compound_filter()
    filed = filters.BooleanFilter("filed_on", lookup_expr="isnull", exclude=True, label=_("已备案"))
    live = filters.BooleanFilter(method="by_life", label=_("存续中"))
    filing_late = filters.BooleanFilter(method="by_filing", label=_("备案超期"))
    term_within = filters.NumberFilter(
        min_value=0, max_value=3650, decimal_places=0, method="by_term", label=_("几天以内届满")
    )
    as_of = filters.DateFilter(method="of_day", label=_("截至日期"))

    class Meta:
        model = OwnersCommittee
        fields = []

    def by_life(self, rows, name, value):
        return rows.live_on(self.day) if value else rows.exclude(valid__contains=self.day)

    def by_filing(self, rows, name, value):
        late = OwnersCommittee.objects.filing_late_on(self.day)
        return rows.filter(pk__in=late) if value else rows.exclude(pk__in=late)

    def by_term(self, rows, name, value):
        """Those whose term is over already are among them."""
        return rows.term_ending_by(self.day + timedelta(days=int(value)), self.day)

    def of_day(self, rows, name, value):
        return rows.live_on(value)
