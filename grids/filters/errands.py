import django_filters as filters
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.casework.enums import ClockState
from governance.casework.models import Case
from governance.kernel.cuts import by_choice
from governance.kernel.filters import StrictFilterSet, since, until
from grids.enums.errands import Contentment, ErrandResult
from grids.filters.lists import YES_NO
from grids.models import EligibilityHint, Errand, ServiceItem
from grids.states.errands import ErrandState, HintState


def _items() -> list[tuple[str, str]]:
    return list(ServiceItem.objects.values_list("code", "name"))


class ErrandFilter(StrictFilterSet):
    CUT = by_choice("item", "item_id")

    q = filters.CharFilter(method="with_text", label=_("编号或受理编号"), max_length=60)
    area = AreaFilter(label=_("区划代码"))
    item = filters.ChoiceFilter("item_id", choices=_items, label=_("代办事项"))
    state = filters.ChoiceFilter("case__state", choices=ErrandState, label=_("状态"))
    result = filters.ChoiceFilter(choices=ErrandResult, label=_("办理结果"))
    satisfaction = filters.ChoiceFilter(choices=Contentment, label=_("满意度"))
    clock = filters.ChoiceFilter(choices=ClockState, method="with_clock", label=_("时限"))
    open = filters.ChoiceFilter(choices=YES_NO[:1], method="with_open", label=_("未办完"))
    mine = filters.ChoiceFilter(choices=YES_NO[:1], method="with_mine", label=_("只看本人"))
    requested_from = since("requested_on", _("提出日期从"))
    requested_to = until("requested_on", _("提出日期到"))
    decided_from = since("decided_on", _("出结果日期从"))
    decided_to = until("decided_on", _("出结果日期到"))

    class Meta:
        model = Errand
        fields = []

    def with_text(self, rows, name, value):
        text = value.strip()
        return rows.filter(Q(case__number__istartswith=text) | Q(external_number__iexact=text))

    def with_clock(self, rows, name, value):
        return rows.filter(case__in=Case.objects.in_clock_state(value, timezone.now()))

    def with_open(self, rows, name, value):
        return rows.open()

    def with_mine(self, rows, name, value):
        return rows.filter(worker=self.request.user)


class HintFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    state = filters.ChoiceFilter(choices=HintState, label=_("状态"))
    item = filters.ChoiceFilter("rule__item_id", choices=_items, label=_("代办事项"))

    class Meta:
        model = EligibilityHint
        fields = []
