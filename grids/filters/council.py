import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet, since, until
from grids.enums.council import Voice
from grids.filters.lists import YES_NO
from grids.models import CouncilTopic
from grids.states.council import TOPIC_ENDED, TopicState


class CouncilTopicFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    state = filters.ChoiceFilter(choices=TopicState, label=_("状态"))
    is_open = filters.ChoiceFilter(choices=YES_NO, method="with_open", label=_("办理中"))
    proposer_kind = filters.ChoiceFilter(choices=Voice, label=_("提出方"))
    title = filters.CharFilter(lookup_expr="contains", label=_("议题"), max_length=80)
    proposed_from = since("proposed_on", _("提出日期从"))
    proposed_to = until("proposed_on", _("提出日期到"))

    class Meta:
        model = CouncilTopic
        fields = []

    def with_open(self, rows, name, value):
        return rows.open() if value == "true" else rows.filter(state__in=TOPIC_ENDED)
