from datetime import date

from governance.kernel.days import today
from governance.kernel.filters import StrictFilterSet


class AsOfFilterSet(StrictFilterSet):
    """Rows in force on the day of `as_of`, today when it is not given."""

    @property
    def day(self) -> date:
        return self.form.cleaned_data.get("as_of") or today()

    def on_day(self, rows, name, value):
        """The day itself: `filter_queryset` reads it for every row, given or not."""
        return rows

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset).in_force(self.day)
