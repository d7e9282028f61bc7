import django_filters as filters
from django.utils.translation import gettext_lazy as _

from disputes.models import CourtCollaboration, CourtDelegation, SharedCourt
from governance.areas.filters import AreaFilter
from governance.kernel.days import today
from governance.kernel.filters import StrictFilterSet, since, until


class ConsultationFilter(StrictFilterSet):
    answered = filters.BooleanFilter("answered_on", lookup_expr="isnull", exclude=True, label=_("已答复"))

    class Meta:
        model = CourtCollaboration
        fields = []


class DelegationFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    returned = filters.BooleanFilter("returned_on", lookup_expr="isnull", exclude=True, label=_("已交回"))
    overdue = filters.BooleanFilter(method="past_day", label=_("超过交回期限"))
    return_from = since("return_by", _("交回期限从"))
    return_to = until("return_by", _("交回期限到"))

    class Meta:
        model = CourtDelegation
        fields = []

    def past_day(self, rows, name, value):
        late = {"returned_on": None, "return_by__lt": today()}
        return rows.filter(**late) if value else rows.exclude(**late)


class SharedCourtFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))

    class Meta:
        model = SharedCourt
        fields = []
