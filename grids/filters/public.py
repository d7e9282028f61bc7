import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.days import today
from governance.kernel.filters import StrictFilterSet, since, until
from grids.enums.public import CodeKind, SuggestionKind, SuggestionSubject
from grids.filters.lists import YES_NO
from grids.models import PublicCode, Suggestion
from grids.states.suggestions import SuggestionState


class PublicCodeFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    kind = filters.ChoiceFilter(choices=CodeKind, label=_("类别"))
    open = filters.ChoiceFilter(choices=YES_NO, method="with_open", label=_("在用"))

    class Meta:
        model = PublicCode
        fields = []

    def with_open(self, rows, name, value):
        return rows.filter(closed_on__isnull=value == "true")


class SuggestionFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    kind = filters.ChoiceFilter(choices=SuggestionKind, label=_("类别"))
    subject = filters.ChoiceFilter(choices=SuggestionSubject, label=_("关于"))
    state = filters.ChoiceFilter(choices=SuggestionState, label=_("状态"))
    late = filters.ChoiceFilter(choices=YES_NO[:1], method="with_late", label=_("已超期"))
    received_from = since("received_on", _("收到日期从"))
    received_to = until("received_on", _("收到日期到"))

    class Meta:
        model = Suggestion
        fields = []

    def with_late(self, rows, name, value):
        return rows.overdue(today())
