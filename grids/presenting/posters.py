"""What stands on a poster, for a whole community in a handful of queries."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from governance.areas.enums import Level
from governance.areas.models import Area
from governance.kernel.days import today
from governance.people.models import PostHolding
from grids.enums.public import MOST_POSTERS
from grids.enums.team import GRID_WORKER
from grids.models import Grid, PublicCode
from grids.presenting.codes import address_of, qr_svg


@dataclass(frozen=True)
class Poster:
    """One sheet: where it hangs, the grid it belongs to, whom to call."""

    code: PublicCode
    grid: Area | None
    worker: str
    duty_phone: str
    oversight_phone: str
    qr: SafeString
    site: str


def posters_of(codes, request) -> list[Poster]:
    """The posters of open codes in the order of their areas; at most `MOST_POSTERS`."""
    held = list(codes.select_related("area").order_by("area_code", "id")[:MOST_POSTERS])
    grids = _grids({code.area_code for code in held})
    workers = _workers(list(grids.values()))
    return [_poster(code, grids, workers, request) for code in held]


def _poster(code: PublicCode, grids: dict, workers: dict, request) -> Poster:
    grid = next((found for start, found in grids.items() if code.area_code.startswith(start)), None)
    return Poster(
        code=code,
        grid=grid.area if grid else None,
        worker=workers.get(grid.area_id, "") if grid else "",
        duty_phone=grid.duty_phone if grid else "",
        oversight_phone=grid.oversight_phone if grid else "",
        qr=qr_svg(address_of(request, "public:place", code.token)),
        site=address_of(request, "public:home").partition("://")[2].rstrip("/"),
    )


def _grids(area_codes: set[str]) -> dict[str, Grid]:
    """The grids the codes lie in, by their own area code."""
    starts = {code[:width] for code in area_codes for width in range(1, len(code) + 1)}
    rows = Grid.objects.filter(area_code__in=starts, area__level_id=Level.GRID).select_related("area")
    return {grid.area_code: grid for grid in rows}


def _workers(grids: list[Grid]) -> dict[int, str]:
    holdings = PostHolding.objects.live_on(today()).filter(
        post__area__in=[grid.area_id for grid in grids], post__role__code=GRID_WORKER
    )
    rows = holdings.order_by("-is_cover", "-pk").values_list("post__area", "user__name")
    return dict(rows)
