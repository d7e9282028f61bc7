import django_filters as filters
from django.utils.translation import gettext_lazy as _

from disputes.enums.alike import Basis
from disputes.models import SeriesHint
from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet


class SeriesHintFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    basis = filters.ChoiceFilter(choices=Basis, label=_("共同点"))

    class Meta:
        model = SeriesHint
        fields = []
