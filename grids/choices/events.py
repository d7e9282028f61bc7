from django.db.models import QuerySet
from django.db.models.functions import Length

from governance.areas.enums import Level
from governance.areas.models import AreaLevel
from governance.casework.models import Case
from governance.kernel.days import today
from governance.people.models import Post
from grids.enums.events import SIMILAR_WITHIN
from grids.enums.rights import EventRight
from grids.models import Event
from grids.models.worklist import codes_from_above
from grids.rules.worklist import is_guarded


def seats_above(code: str, right: str) -> QuerySet[Post]:
    """Seats that reach a place and carry a right, the nearest first. A seat tells nothing of who sits in it."""
    seats = Post.objects.open_on(today()).for_list()
    seats = seats.filter(area_code__in=codes_from_above(code), role__rights__contains=[right])
    return seats.order_by(Length("area_code").desc(), "role__position", "id")


def seats_for(case: Case) -> QuerySet[Post]:
    """Seats an event may be dispatched to: of grid, community, street and the departments that cover its place."""
    return seats_above(case.area_code, EventRight.HANDLE)


def suggested_seat(event: Event, seats: list[Post], *, is_kept_out: bool) -> Post | None:
    """The nearest seat of the role the category names; where there is none, the community's own.

    `is_kept_out`: the work list keeps the event from the seats it guards.
    """
    open_to = [seat for seat in seats if not (is_kept_out and is_guarded(seat))]
    named = [seat for seat in open_to if seat.role_id == event.category.suggested_role_id]
    nearby = [seat for seat in open_to if seat.area.level_id == Level.COMMUNITY]
    return next(iter(named or nearby or open_to), None)


def similar_events(event: Event, user) -> QuerySet[Event]:
    """Open events of the same category in the same grid of the last weeks: perhaps the same thing told twice."""
    grid = event.case.area_code[: _grid_width()]
    since = event.case.registered_on - SIMILAR_WITHIN
    return (
        Event.objects.for_user(user)
        .open()
        .within(grid)
        .filter(category=event.category_id, case__registered_on__gte=since)
        .exclude(pk=event.pk)
        .order_by("case_id")
    )


def _grid_width() -> int:
    return AreaLevel.objects.get(key=Level.GRID).code_width
