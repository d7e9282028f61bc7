import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet
from grids.enums.duplicates import DuplicateKind
from grids.models import Duplicate, Merge


class DuplicateFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    kind = filters.ChoiceFilter(choices=DuplicateKind, label=_("类别"))

    class Meta:
        model = Duplicate
        fields = []


class MergeFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    kind = filters.ChoiceFilter(choices=DuplicateKind, label=_("类别"))

    class Meta:
        model = Merge
        fields = []
