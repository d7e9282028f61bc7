from governance.kernel.filters import DatedFilterSet


class AsOfFilterSet(DatedFilterSet):
    """Rows in force on the day of `as_of`, today when it is not given."""

    def on_day(self, rows, name, value):
        """The day itself: `filter_queryset` reads it for every row, given or not."""
        return rows

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset).in_force(self.day)
