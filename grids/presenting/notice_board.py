"""The notice board (网格公示牌) of each grid: who looks after it, who helps, whom to ask and whom to complain to."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet
from django.http import HttpRequest

from governance.people.models import PostHolding
from grids.enums.team import TeamRole
from grids.models import Grid, PublicCode, ServiceMember
from grids.presenting.codes import address_of, qr_svg

ON_THE_BOARD = (TeamRole.LEADER, TeamRole.WORKER, TeamRole.CADRE)


@dataclass
class NoticeSheet:
    """One sheet. `team` are `(role label, name, is_cover)`; `qr_svg` stays empty where no code has been made."""

    grid: Grid
    team: list[tuple[str, str, bool]] = field(default_factory=list)
    services: list[ServiceMember] = field(default_factory=list)
    qr_svg: str = ""


def notice_sheets(grids: QuerySet, day: date, request: HttpRequest) -> list[NoticeSheet]:
    """A sheet for each grid, whatever their number in four statements."""
    sheets = {
        grid.area_code: NoticeSheet(grid)
        for grid in grids.for_list(day).select_related("area").order_by("area_code")
    }
    team, services = _team(list(sheets), day), _services(list(sheets), day)
    tokens = dict(PublicCode.objects.open().filter(area_code__in=sheets).values_list("area_code", "token"))
    for code, sheet in sheets.items():
        sheet.team = [
            (role.label, name, is_cover)
            for role in ON_THE_BOARD
            for name, is_cover in team[code, role.value] or [("", False)]
        ]
        sheet.services = services[code]
        if code in tokens:
            sheet.qr_svg = qr_svg(address_of(request, "public:place", tokens[code]))
    return list(sheets.values())


def _team(codes: list[str], day: date) -> dict[tuple[str, str], list[tuple[str, bool]]]:
    found = defaultdict(list)
    held = (
        PostHolding.objects.live_on(day)
        .filter(area_code__in=codes, post__role__code__in=ON_THE_BOARD)
        .order_by("is_cover", "pk")
    )
    for code, role, name, is_cover in held.values_list(
        "area_code", "post__role__code", "user__name", "is_cover"
    ):
        found[code, role].append((name, is_cover))
    return found


def _services(codes: list[str], day: date) -> dict[str, list[ServiceMember]]:
    found = defaultdict(list)
    for member in ServiceMember.objects.live_on(day).filter(area_code__in=codes):
        found[member.area_code].append(member)
    return found
