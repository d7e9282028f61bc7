from datetime import timedelta

import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.party.enums import ELECTION_NOTICE_DAYS, SET_UP_RULES, OrgKind
from governance.party.filters.dated import AsOfFilterSet
from governance.party.models import PartyOrg, PartyTier

WARNINGS = [
    ("any", _("有设置提醒")),
    ("term", _("届满或将届满")),
    *((rule.code, rule.text) for rule in SET_UP_RULES),
]


class PartyOrgFilter(AsOfFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter(method="called", label=_("名称（含曾用名）"))
    tier = filters.ModelChoiceFilter(queryset=PartyTier.objects.all(), label=_("层级"))
    kind = filters.ChoiceFilter(choices=OrgKind, label=_("类型"))
    warnings = filters.ChoiceFilter(choices=WARNINGS, method="with_warnings", label=_("设置提醒"))
    as_of = filters.DateFilter(method="on_day", label=_("截至日期"))

    class Meta:
        model = PartyOrg
        fields = []

    def called(self, rows, name, value):
        return rows.called(value)

    def with_warnings(self, rows, name, value):
        if value == "any":
            return rows.breaking_any(self.day)
        if value == "term":
            return rows.term_ends_by(self.day + timedelta(days=ELECTION_NOTICE_DAYS))
        return rows.breaking(next(rule for rule in SET_UP_RULES if rule.code == value), self.day)

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset).described_on(self.day).with_unit_count(self.day)
