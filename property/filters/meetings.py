import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet
from property.enums import CommitteeKind
from property.enums.meetings import MeetingKind, MeetingState
from property.filters import compound_filter
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


class OwnersCommitteeFilter(StrictFilterSet):
    """Without `as_of` all committees, past ones too."""

    area = AreaFilter(label=_("区划代码"))
    kind = filters.ChoiceFilter(choices=CommitteeKind, label=_("类型"))
    compound = compound_filter()
    filed = filters.BooleanFilter("filed_on", lookup_expr="isnull", exclude=True, label=_("已备案"))
    as_of = filters.DateFilter(method="live", label=_("截至日期"))

    class Meta:
        model = OwnersCommittee
        fields = []

    def live(self, rows, name, value):
        return rows.live_on(value)
