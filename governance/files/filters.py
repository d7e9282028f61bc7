import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.files.layouts import layouts
from governance.files.models import TableExport, TableImport
from governance.files.states import ExportState, ImportState
from governance.kernel.filters import StrictFilterSet


def layout_choices() -> list[tuple[str, str]]:
    return [(layout.key, layout.title) for layout in layouts().values()]


class ImportFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    layout = filters.ChoiceFilter(choices=layout_choices, label=_("名册"))
    state = filters.ChoiceFilter(choices=ImportState, label=_("状态"))

    class Meta:
        model = TableImport
        fields = []


class ExportFilter(StrictFilterSet):
    layout = filters.CharFilter(label=_("名册或列表"), max_length=60)
    state = filters.ChoiceFilter(choices=ExportState, label=_("状态"))

    class Meta:
        model = TableExport
        fields = []
