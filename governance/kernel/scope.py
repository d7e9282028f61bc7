"""Who sees which rows: a subtree of areas is a range of codes.

Every area-bound model carries its area's present code; a user's live posts give ranges of codes;
`for_user` keeps the rows inside them. Pages, totals, choices, nested rows and exports all pass
through this one door.
"""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import models

SUBTREE, LEVEL, OWN = "subtree", "level", "own"


@dataclass(frozen=True)
class Reach:
    """How far one post sees for one right: from `code`, with `width` 本级及以下 / 本级 / 本人."""

    code: str
    width: str = SUBTREE

    def covers(self, code: str) -> bool:
        """Whether a row at `code` lies inside; rows of the person alone are decided row by row."""
        return code == self.code if self.width == LEVEL else code.startswith(self.code)


def code_range(code: str) -> tuple[str, str]:
    """The half-open range `[lo, hi)` of all codes that begin with `code` (collation "C")."""
    if not code:
        return "", "\U0010ffff"
    return code, code[:-1] + chr(ord(code[-1]) + 1)


def codes_above(code: str) -> list[str]:
    """Every code that an area around `code` can bear, itself included: a row there is found by equality."""
    return [code[:length] for length in range(1, len(code) + 1)]


def under(field: str, code: str) -> models.Q:
    """Rows whose `field` lies in the subtree of `code`."""
    lo, hi = code_range(code)
    return models.Q(**{f"{field}__gte": lo, f"{field}__lt": hi})


def demand(user, right: str, area_code: str) -> None:
    """Raise `PermissionDenied` for whoever does not hold the right where a row lies, before anything else is read."""
    if not user.may(right, area_code):
        raise PermissionDenied


class ScopedQuerySet(models.QuerySet):
    """A query set that knows its area column and the right it takes to read it.

    Subclasses declare `VIEW_RIGHT`; `OWN_FIELD` names the foreign key to the user that posts
    limited to 本人 are matched on.
    """

    VIEW_RIGHT: str = ""
    AREA_FIELD: str = "area_code"
    OWN_FIELD: str = ""

    def for_user(self, user):
        """The rows the user's live posts reach with `VIEW_RIGHT`; none for a stranger."""
        assert self.VIEW_RIGHT, f"{type(self).__name__} declares no VIEW_RIGHT"
        if not user.is_authenticated:
            return self.none()
        return self.reached_by(user.reaches(self.VIEW_RIGHT), user)

    def reached_by(self, reaches, user):
        """The rows inside any of the reaches."""
        allowed = models.Q(pk__in=[])
        for reach in reaches:
            allowed |= self._rows_of(reach, user)
        return self.filter(allowed)

    def _rows_of(self, reach: Reach, user) -> models.Q:
        if reach.width == LEVEL:
            return models.Q(**{self.AREA_FIELD: reach.code})
        rows = under(self.AREA_FIELD, reach.code)
        if reach.width == OWN and self.OWN_FIELD:
            rows &= models.Q(**{self.OWN_FIELD: user})
        return rows

    def within(self, code: str):
        """The rows in the subtree of an area code."""
        return self.filter(under(self.AREA_FIELD, code))
