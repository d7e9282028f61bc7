from django.utils.translation import gettext_lazy as _

from governance.areas.enums import AreaKind
from governance.kernel.filters import DatedFilterSet

GRID_KINDS = [
    choice
    for choice in AreaKind.choices
    if choice[0] in {"urban", "rural", AreaKind.DEDICATED, AreaKind.MICRO}
]


YES_NO = [("true", _("是")), ("false", _("否"))]


class AsOfFilterSet(DatedFilterSet):
    """Rows as they stood at the end of a day, today unless another is asked for."""

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset.for_list(self.day))

    def keep(self, rows, name, value):
        """`as_of` itself takes nothing away: it dates the other conditions."""
        return rows
