import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.cuts import by_choice
from governance.kernel.filters import StrictFilterSet, since, until
from grids.enums.visits import NeedKind, VisitKind, VisitOutcome, Way
from grids.filters.lists import YES_NO
from grids.models import NeedRequest, Visit
from grids.states.needs import NeedState


class VisitFilter(StrictFilterSet):
    CUT = by_choice("way")

    area = AreaFilter(label=_("区划代码"))
    outcome = filters.ChoiceFilter(choices=VisitOutcome, label=_("结果"))
    kind = filters.ChoiceFilter(choices=VisitKind, label=_("走访类型"))
    way = filters.ChoiceFilter(choices=Way, label=_("方式"))
    visited_from = since("visited_on", _("走访日期从"))
    visited_to = until("visited_on", _("走访日期到"))
    mine = filters.ChoiceFilter(choices=YES_NO[:1], method="with_mine", label=_("只看本人"))

    class Meta:
        model = Visit
        fields = []

    def with_mine(self, rows, name, value):
        return rows.filter(worker=self.request.user)


class NeedFilter(StrictFilterSet):
    CUT = by_choice("kind")

    area = AreaFilter(label=_("区划代码"))
    state = filters.ChoiceFilter(choices=NeedState, label=_("状态"))
    kind = filters.ChoiceFilter(choices=NeedKind, label=_("诉求类别"))
    reopened = filters.ChoiceFilter(choices=YES_NO[:1], method="with_reopened", label=_("重新办理过"))
    opened_from = since("opened_on", _("提出日期从"))
    opened_to = until("opened_on", _("提出日期到"))
    solved_from = since("solved_on", _("解决日期从"))
    solved_to = until("solved_on", _("解决日期到"))
    mine = filters.ChoiceFilter(choices=YES_NO[:1], method="with_mine", label=_("只看本人"))

    class Meta:
        model = NeedRequest
        fields = []

    def with_mine(self, rows, name, value):
        return rows.filter(worker=self.request.user)

    def with_reopened(self, rows, name, value):
        return rows.filter(reopened_count__gt=0)
