import django_filters as filters
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.casework.enums import ClockState, Grade, Kind
from governance.casework.kinds import state_choices
from governance.casework.models import Case, RuleSetInForce, Supervision, WarningLetter
from governance.kernel.filters import StrictFilterSet


class Owner:
    MINE, UNASSIGNED = "mine", "unassigned"
    CHOICES = [(MINE, _("我的")), (UNASSIGNED, _("未分派"))]


class CaseFilter(StrictFilterSet):
    """The one queue. Closed cases are not in it unless asked for."""

    q = filters.CharFilter(method="with_text", label=_("编号或名称"), max_length=60)
    kind = filters.ChoiceFilter(choices=Kind, label=_("类别"))
    state = filters.ChoiceFilter(choices=state_choices, label=_("状态"))
    clock = filters.ChoiceFilter(choices=ClockState, method="with_clock", label=_("时限"))
    owner = filters.ChoiceFilter(choices=Owner.CHOICES, method="with_owner", label=_("承办"))
    grade = filters.ChoiceFilter(choices=Grade, label=_("督办"))
    area = AreaFilter(label=_("区划代码"))
    registered_from = filters.DateFilter("registered_on", lookup_expr="gte", label=_("登记日期从"))
    registered_to = filters.DateFilter("registered_on", lookup_expr="lte", label=_("登记日期到"))
    closed = filters.BooleanFilter("closed_on", lookup_expr="isnull", exclude=True, label=_("已结案"))

    class Meta:
        model = Case
        fields = []

    def with_text(self, rows, name, value):
        """By number, public code or any part of the title: two Chinese characters are enough."""
        text = value.strip()
        return rows.filter(
            Q(number__istartswith=text) | Q(public_code=text.upper()) | Q(title__icontains=text)
        )

    def with_clock(self, rows, name, value):
        return rows.in_clock_state(value, timezone.now())

    def with_owner(self, rows, name, value):
        if value == Owner.UNASSIGNED:
            return rows.filter(owner_post__isnull=True)
        return rows.filter(owner_post__in=[held.post_id for held in self.request.user.live_holdings])


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


class InForceFilter(StrictFilterSet):
    kind = filters.ChoiceFilter(choices=Kind, label=_("类别"))
    area = AreaFilter(label=_("区划代码"))
    on = filters.DateFilter("valid", lookup_expr="contains", label=_("某日执行的"))

    class Meta:
        model = RuleSetInForce
        fields = []
