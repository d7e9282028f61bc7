from django.utils.translation import gettext_lazy as _

from governance.areas.enums import AreaKind
from governance.kernel.days import today
from governance.kernel.filters import StrictFilterSet

GRID_KINDS = [
    choice
    for choice in AreaKind.choices
    if choice[0] in {"urban", "rural", AreaKind.DEDICATED, AreaKind.MICRO}
]


YES_NO = [("true", _("是")), ("false", _("否"))]


class AsOfFilterSet(StrictFilterSet):
    """Rows as they stood at the end of a day, today unless another is asked for."""

    @property
    def as_of(self):
        return self.form.cleaned_data.get("as_of") or today()

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset.for_list(self.as_of))

    def keep(self, rows, name, value):
        """`as_of` itself takes nothing away: it dates the other conditions."""
        return rows
