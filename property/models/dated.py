"""What lasts for a time in a compound."""

from datetime import date

from governance.kernel.scope import ScopedQuerySet
from property.enums import Right


class DatedQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def live_on(self, day: date):
        return self.filter(valid__contains=day)
