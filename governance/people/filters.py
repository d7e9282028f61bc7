import django_filters as filters
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet
from governance.people.models import ApiToken, Handover
from governance.people.states import HandoverState


class HandoverFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    state = filters.ChoiceFilter(choices=HandoverState, label=_("状态"))
    mine = filters.ChoiceFilter(choices=[("true", _("是"))], method="with_mine", label=_("等我签字"))

    class Meta:
        model = Handover
        fields = []

    def with_mine(self, rows, name, value):
        return rows.waiting_for(self.request.user)


class TokenFilter(StrictFilterSet):
    live = filters.ChoiceFilter(
        choices=[("true", _("是")), ("false", _("否"))], method="with_live", label=_("有效")
    )
    mine = filters.ChoiceFilter(choices=[("true", _("是"))], method="with_mine", label=_("我的"))

    class Meta:
        model = ApiToken
        fields = []

    def with_live(self, rows, name, value):
        live = Q(revoked_at=None, expires_at__gt=timezone.now())
        return rows.filter(live if value == "true" else ~live)

    def with_mine(self, rows, name, value):
        return rows.filter(user=self.request.user)
