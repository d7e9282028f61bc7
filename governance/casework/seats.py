"""Seats a person may choose for a case of any kind."""

from governance.casework.enums import Right
from governance.casework.models import Case
from governance.kernel.days import today
from governance.kernel.scope import codes_above
from governance.people.models import Post


def lead_seats(case: Case):
    """Seats of leading officials around the place of a case, the nearest first."""
    seats = Post.objects.open_on(today()).for_list()
    return seats.filter(
        area_code__in=codes_above(case.area_code), role__rights__contains=[Right.LEAD]
    ).order_by("-area_code", "id")
