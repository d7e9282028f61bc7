import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.dispatch.ladders import ladders
from governance.dispatch.models import LadderChange
from governance.kernel.filters import StrictFilterSet


def _kinds() -> list[tuple[str, str]]:
    return [(ladder.code, ladder.label) for ladder in ladders()]


class LadderChangeFilter(StrictFilterSet):
    kind = filters.ChoiceFilter("step__kind", choices=_kinds, label=_("事项"))
    since = filters.DateFilter("at", lookup_expr="date__gte", label=_("变更日期从"))
    until = filters.DateFilter("at", lookup_expr="date__lte", label=_("变更日期到"))

    class Meta:
        model = LadderChange
        fields = []
