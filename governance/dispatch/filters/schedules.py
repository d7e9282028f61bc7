import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import CycleKind
from governance.dispatch.models import CycleRun
from governance.kernel.filters import StrictFilterSet


class RunFilter(StrictFilterSet):
    kind = filters.ChoiceFilter(choices=CycleKind, label=_("种类"))
    failed = filters.BooleanFilter(method="with_error", label=_("没有生成的"))
    due_from = filters.DateFilter("due_on", lookup_expr="gte", label=_("应开日期从"))
    due_to = filters.DateFilter("due_on", lookup_expr="lte", label=_("应开日期到"))

    class Meta:
        model = CycleRun
        fields = []

    def with_error(self, rows, name, value):
        return rows.exclude(error="") if value else rows.filter(error="")
