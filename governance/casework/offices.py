"""Offices around a place: who has a case, who is above, who supervises. A grid or a building group is no office."""

from collections.abc import Iterable

from governance.areas.enums import Level
from governance.areas.models import Area, AreaLevel
from governance.casework.enums import Right
from governance.kernel.days import today
from governance.people.models import Post


class Offices:
    """The offices at and above some area codes, read at once for as many questions as there are."""

    def __init__(self, codes: Iterable[str]):
        levels = list(AreaLevel.objects.all())
        lowest = next((level.depth for level in levels if level.key == Level.COMMUNITY), len(levels))
        self._widths = [level.code_width for level in levels if level.depth <= lowest]
        self._centres = self._widths[
            : 1 + next((n for n, lv in enumerate(levels) if lv.key == Level.COUNTY), 0)
        ]
        around = {code[:width] for code in codes for width in self._widths}
        self._areas = {
            area.code: area for area in Area.objects.filter(code__in=around).select_related("level")
        }
        seats = Post.objects.open_on(today()).filter(
            area_code__in=around, role__rights__contains=[Right.SUPERVISE]
        )
        self._supervisors: dict[str, Post] = {}
        for seat in seats.select_related("area", "role").order_by("id"):
            self._supervisors.setdefault(seat.area_code, seat)

    def office_of(self, code: str) -> Area | None:
        """The office a code lies in: itself, or the community around it."""
        return next((self._areas[up] for up in self._upwards(code) if up in self._areas), None)

    def above(self, code: str) -> Area | None:
        """The office one level up."""
        return next((self._areas[up] for up in self._beyond(code) if up in self._areas), None)

    def centre_above(self, code: str) -> Area | None:
        """The county's office, or the city's for what the county has already."""
        higher = (up for up in self._beyond(code) if len(up) in self._centres)
        return next((self._areas[up] for up in higher if up in self._areas), None)

    def supervisor_of(self, code: str) -> Post | None:
        """The nearest seat above that supervises."""
        return next((self._supervisors[up] for up in self._beyond(code) if up in self._supervisors), None)

    def _upwards(self, code: str) -> list[str]:
        return [code[:width] for width in reversed(self._widths) if width <= len(code)]

    def _beyond(self, code: str) -> list[str]:
        return self._upwards(code)[1:]
