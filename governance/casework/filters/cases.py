import django_filters as filters
from django import forms
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.casework.enums import ClockState, Grade, Kind
from governance.casework.kinds import state_choices
from governance.casework.models import Case
from governance.kernel.bigrams import answering, number_question, question
from governance.kernel.filters import StrictFilterSet
from governance.kernel.identity import refuse_private_number


class Owner:
    MINE, UNASSIGNED = "mine", "unassigned"
    CHOICES = [(MINE, _("我的")), (UNASSIGNED, _("未分派"))]


class WordFilterSet(StrictFilterSet):
    """Cases by what is written in them, and by the mark a telephone or ID number was changed into.

    `SEARCHED` is the way to the case's `search`.
    """

    SEARCHED = "search"

    q = filters.CharFilter(
        method="with_text",
        label=_("编号、名称、地点、当事人"),
        max_length=60,
        validators=[refuse_private_number],
    )
    party = filters.CharFilter(
        method="with_party",
        label=_("电话或证件号码"),
        validators=[RegexValidator("^[0-9a-f]{64}$", _("这个标记不完整，请重新查找。"))],
        widget=forms.HiddenInput(attrs={"data-said": _("已隐去")}),
    )

    def with_text(self, rows, name, value):
        return answering(rows, self.SEARCHED, question(value))

    def with_party(self, rows, name, value):
        return answering(rows, self.SEARCHED, number_question(value))


class CaseFilter(WordFilterSet):
    """The one queue. Closed cases are not in it unless asked for."""

    SAME_FOR_ALL = True

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

    def with_clock(self, rows, name, value):
        return rows.in_clock_state(value, timezone.now())

    def with_owner(self, rows, name, value):
        if value == Owner.UNASSIGNED:
            return rows.filter(owner_post__isnull=True)
        return rows.filter(owner_post__in=[seat.post_id for seat in self.request.user.seats])
