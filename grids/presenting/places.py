"""What the code on a wall leads to: the grid of the place today, who works there, whom to call."""

from dataclasses import dataclass

from governance.areas.enums import Level
from governance.areas.models import Area
from governance.kernel.days import today
from governance.people.models import PostHolding
from grids.enums.team import GRID_WORKER
from grids.models import AdviserDuty, CouncilTopic, Grid, PublicCode

TOLD = 3  # of each kind: what comes next, what was decided last


@dataclass(frozen=True)
class Place:
    """The place of a code as the public sees it. `area` is where it lies today, `moved_from` the closed area
    the poster still names; `code` is the open code to go on with, None when the old one is all there is."""

    token: str
    area: Area
    grid: Area | None
    community: Area | None
    worker: str
    duty_phone: str
    oversight_phone: str
    code: PublicCode | None
    moved_from: Area | None

    @property
    def is_open(self) -> bool:
        """Whether reports are taken in here."""
        return self.area.is_open and self.code is not None


def find_place(token: str) -> Place | None:
    """The place of a code; an old code leads to the place's new one, a closed area to the one that took over."""
    found = PublicCode.objects.select_related("area__successor").filter(token=token.upper()).first()
    return place_of(found) if found else None


def place_of(found: PublicCode) -> Place:
    area = found.area.keeper
    grid, community = _above(area, Level.GRID), _above(area, Level.COMMUNITY)
    register = Grid.objects.filter(area=grid).first() if grid else None
    return Place(
        token=found.token,
        area=area,
        grid=grid,
        community=community,
        worker=_worker(grid),
        duty_phone=register.duty_phone if register else "",
        oversight_phone=register.oversight_phone if register else "",
        code=_going_on(found, area),
        moved_from=found.area if found.area_id != area.pk else None,
    )


def _above(area: Area, level: str) -> Area | None:
    """The area itself or the one above it at a level, by the beginning of its code."""
    if area.level_id == level:
        return area
    starts = [area.code[:width] for width in range(1, len(area.code))]
    return Area.objects.open().at_level(level).filter(code__in=starts).first()


def _worker(grid: Area | None) -> str:
    """The name on the notice board: the grid's own worker, else who covers."""
    if grid is None:
        return ""
    holdings = PostHolding.objects.live_on(today()).filter(post__area=grid, post__role__code=GRID_WORKER)
    return holdings.order_by("is_cover", "pk").values_list("user__name", flat=True).first() or ""


def _going_on(found: PublicCode, area: Area) -> PublicCode | None:
    """The code that takes reports for the place today; a poster of a merged grid keeps working for its successor."""
    if found.is_open and found.area_id == area.pk:
        return found
    fresh = PublicCode.objects.open().filter(area=area).first()
    return fresh or (found if found.is_open and area.is_open else None)


def told_at(place: Place) -> dict:
    """What the community tells its residents: the legal adviser's coming duties, what its council decided."""
    return {
        "duties": AdviserDuty.objects.for_residents(place.area.code, today())[:TOLD],
        "topics": CouncilTopic.objects.for_residents(place.area.code)[:TOLD],
    }
