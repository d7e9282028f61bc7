from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people.actions import end_holding, hold_post, open_post
from governance.people.models import Post, PostHolding, Role, User
from grids.enums.rights import Right
from grids.enums.team import BUILDING_ROLES, TeamRole
from grids.models import Grid


def staff_grid(
    grid: Grid,
    *,
    by: User,
    role: TeamRole | str,
    user: User,
    building: Area | None = None,
    from_on: date | None = None,
    is_cover: bool = False,
) -> PostHolding:
    """Put a person into a seat of the grid's team, opening the seat where there is none.

    Building and unit leaders sit in a building group of the grid. A cover (代管) stands in for a vacancy;
    who holds the seat of their own leaves no room for one.
    """
    place = _place(grid, role, building)
    if not by.may(Right.MANAGE, place.code):
        raise PermissionDenied
    on = from_on or today()
    with transaction.atomic():
        post = _seat(place, by=by, role=role, on=on)
        return hold_post(post, by=by, user=user, from_on=on, is_cover=is_cover)


def release_seat(holding: PostHolding, *, by: User, on: date | None = None, reason: str = "") -> None:
    """Let a member leave the team; the seat stays and shows as vacant."""
    if not by.may(Right.MANAGE, holding.area_code):
        raise PermissionDenied
    end_holding(holding, by=by, on=on, reason=reason)


def _place(grid: Grid, role: str, building: Area | None) -> Area:
    if role not in BUILDING_ROLES:
        return grid.area
    if building is None or not building.code.startswith(grid.area.code):
        raise Refused("building_required", _("楼栋长、单元长要选本网格内的楼院，请选择后再提交。"))
    return building


def _seat(place: Area, *, by: User, role: str, on: date) -> Post:
    """A vacant seat of the role, locked so that two people pressing at once do not both get it; else a new one."""
    seats = Post.objects.select_for_update().filter(area=place, role__code=role)
    vacant = seats.vacant_on(on).order_by("pk").first()
    if vacant is not None:
        return vacant
    if role != TeamRole.UNIT and seats.open_on(on).exists():
        raise Refused("seat_taken", _("这个岗位有人任职，请先结束原任职。"))
    return open_post(place, by=by, role=Role.objects.get(code=role), on=on)
