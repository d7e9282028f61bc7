import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.party.enums import AGREEMENT_NOTICE_DAYS, PartnerKind
from governance.party.filters.dated import AsOfFilterSet
from governance.party.models import Partner

AGREEMENTS = [("due", _("到期或将到期")), ("none", _("没有协议"))]


class PartnerFilter(AsOfFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("name", lookup_expr="icontains", label=_("名称"))
    kind = filters.ChoiceFilter(choices=PartnerKind, label=_("类型"))
    agreement = filters.ChoiceFilter(choices=AGREEMENTS, method="by_agreement", label=_("协议"))
    as_of = filters.DateFilter(method="on_day", label=_("截至日期"))

    class Meta:
        model = Partner
        fields = []

    def by_agreement(self, rows, name, value):
        if value == "due":
            return rows.due_within(self.day, AGREEMENT_NOTICE_DAYS)
        return rows.without_agreement(self.day)

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset).agreed_on(self.day)
