from django.db.models import Q

from governance.kernel.scope import Reach, ScopedQuerySet


class OwnRightQuerySet(ScopedQuerySet):
    """Rows that each name the right it takes to see them, in `view_right`."""

    VIEW_RIGHT = "view_right"

    def for_user(self, user):
        """The rows whose own right the user's live posts carry where they lie."""
        if not user.is_authenticated:
            return self.none()
        allowed = Q(pk__in=[])
        for seat in user.seats:
            rights = [right for right in seat.rights if user.may(right)]
            reach = Reach(seat.area_code, seat.reach)
            allowed |= Q(view_right__in=rights) & self._rows_of(reach, user)
        return self.filter(allowed)


class NumberedJob:
    """A job known by a random number."""

    @property
    def short_number(self) -> str:
        """The beginning of the number, as it stands on every page of a file."""
        return self.number.hex[:8].upper()
