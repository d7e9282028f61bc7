import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet
from governance.people.models import Handover
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
