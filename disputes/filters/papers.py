import django_filters as filters
from django.utils.translation import gettext_lazy as _

from disputes.enums.papers import Paper
from disputes.models import Committee, PaperTemplate
from governance.areas.filters import AreaFilter
from governance.kernel.filters import StrictFilterSet


class CommitteeFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    q = filters.CharFilter("name", lookup_expr="contains", label=_("名称"), max_length=60)

    class Meta:
        model = Committee
        fields = []


class TemplateFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    kind = filters.ChoiceFilter(choices=Paper, label=_("文书"))

    class Meta:
        model = PaperTemplate
        fields = []
