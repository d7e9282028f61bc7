import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.kernel.filters import StrictFilterSet
from governance.operations.models import ROUTE, SlowStatement


class SlowStatementFilter(StrictFilterSet):
    SAME_FOR_ALL = True

    route = filters.CharFilter(lookup_expr="icontains", max_length=ROUTE, label=_("页面或任务"))
    text = filters.CharFilter(lookup_expr="icontains", max_length=ROUTE, label=_("语句里有"))

    class Meta:
        model = SlowStatement
        fields = []
