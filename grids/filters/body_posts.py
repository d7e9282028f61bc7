import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from grids.enums.body_posts import Body
from grids.filters.lists import YES_NO, AsOfFilterSet
from grids.models import BodyPost


class BodyPostFilter(AsOfFilterSet):
    area = AreaFilter(label=_("区划代码"))
    body = filters.ChoiceFilter(choices=Body, label=_("任职的组织"))
    compound = filters.NumberFilter(
        "compound_id", min_value=1, max_value=2**63 - 1, decimal_places=0, label=_("小区编号")
    )
    crossing = filters.ChoiceFilter(choices=YES_NO, method="with_crossing", label=_("交叉任职"))
    as_of = filters.DateFilter(method="keep", label=_("截至日期"))

    class Meta:
        model = BodyPost
        fields = []

    def with_crossing(self, rows, name, value):
        return rows.filter(crosses=value == "true")
