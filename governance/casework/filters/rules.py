import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.casework.enums import Kind
from governance.casework.models import RuleSetInForce
from governance.kernel.filters import StrictFilterSet


class InForceFilter(StrictFilterSet):
    kind = filters.ChoiceFilter(choices=Kind, label=_("类别"))
    area = AreaFilter(label=_("区划代码"))
    on = filters.DateFilter("valid", lookup_expr="contains", label=_("某日执行的"))

    class Meta:
        model = RuleSetInForce
        fields = []
