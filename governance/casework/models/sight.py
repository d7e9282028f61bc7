"""Who sees a restricted case: the one door through which cases and what hangs on them are read."""

from django.db.models import Q

from governance.casework.kinds import kinds
from governance.kernel.scope import ScopedQuerySet


class SightQuerySet(ScopedQuerySet):
    """Rows that are cases, or hang on one at `CASE` (a path with its trailing `__`).

    What is marked restricted is there only for whoever also holds the kind's `restricted_right` where it lies:
    in lists, counts, files, the API and every nested row alike. `hidden_from` is the rest, only to be counted.
    """

    CASE = ""

    def for_user(self, user):
        rows = super().for_user(user)
        return rows.filter(self._in_sight(user)) if user.is_authenticated else rows

    def hidden_from(self, user):
        """The restricted rows within the user's reach that are kept from them. Never to be shown."""
        return super().for_user(user).exclude(self._in_sight(user))

    def _in_sight(self, user) -> Q:
        seen = Q(**{f"{self.CASE}is_restricted": False})
        for kind in kinds().values():
            for reach in user.reaches(kind.restricted_right) if kind.restricted_right else ():
                seen |= Q(**{f"{self.CASE}kind": kind.kind}) & self._rows_of(reach, user)
        return seen
