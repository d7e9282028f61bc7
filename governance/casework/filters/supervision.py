import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.casework.enums import Grade
from governance.casework.models import Supervision, WarningLetter
from governance.kernel.filters import StrictFilterSet


class OpenOrLifted:
    OPEN, ANSWERED, LIFTED = "open", "answered", "lifted"
    CHOICES = [(OPEN, _("待答复")), (ANSWERED, _("已答复待解除")), (LIFTED, _("已解除"))]


class SupervisionFilter(StrictFilterSet):
    grade = filters.ChoiceFilter(choices=Grade, label=_("等级"))
    state = filters.ChoiceFilter(choices=OpenOrLifted.CHOICES, method="with_state", label=_("状态"))
    area = AreaFilter(label=_("区划代码"))
    case = filters.CharFilter("case__number", label=_("办件编号"), max_length=20)
    given_from = filters.DateFilter("given_on", lookup_expr="gte", label=_("发出日期从"))
    given_to = filters.DateFilter("given_on", lookup_expr="lte", label=_("发出日期到"))

    class Meta:
        model = Supervision
        fields = []

    def with_state(self, rows, name, value):
        if value == OpenOrLifted.LIFTED:
            return rows.filter(lifted_on__isnull=False)
        return rows.open().filter(answered_on__isnull=value == OpenOrLifted.OPEN)


class LetterFilter(StrictFilterSet):
    answered = filters.BooleanFilter("answered_on", lookup_expr="isnull", exclude=True, label=_("已答复"))
    area = AreaFilter(label=_("区划代码"))
    case = filters.CharFilter("case__number", label=_("办件编号"), max_length=20)

    class Meta:
        model = WarningLetter
        fields = []
