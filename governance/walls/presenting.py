"""What a wall shows: an area's figures at this moment, without anything small enough to tell of single persons."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.models import Area, BoundaryMap
from governance.kernel.days import today
from governance.statistics import registry
from governance.statistics.counting import AREA, MONTH
from governance.statistics.definitions import Indicator
from governance.statistics.enums import Grain
from governance.statistics.mapping import AreaMap, draw_map
from governance.statistics.reading import Reading, read_value, read_values, span_of
from governance.statistics.trends import trend_span
from governance.walls.drawing import Trend, draw_trend
from governance.walls.enums import A_SIDE, SMALLEST_SHOWN
from governance.walls.rules import is_small, tells_its_parts, withheld


@dataclass(frozen=True)
class WallTile:
    """A reading on the wall; a small one says only that it is."""

    reading: Reading

    @property
    def is_small(self) -> bool:
        return is_small(self.reading.numerator, self.reading.denominator)

    @property
    def tells_its_parts(self) -> bool:
        return tells_its_parts(self.reading.numerator, self.reading.denominator)

    @property
    def words_for_small(self) -> str:
        return small_words()


@dataclass(frozen=True)
class Screen:
    """Everything on a wall at a moment."""

    area: Area
    as_of: datetime
    left: list[WallTile]
    right: list[WallTile]
    map: AreaMap | None
    trend: Trend | None


def small_words() -> str:
    return f"＜{SMALLEST_SHOWN}"


def read_screen(area: Area, tiles: list[str], mapped: list[str], turn: int = 0) -> Screen:
    """The figures of a wall; indicators that are no longer published are left out. `turn` picks the one on the map."""
    known = registry.indicators()
    shown = [known[key] for key in tiles if key in known]
    on_map = [known[key] for key in mapped if key in known]
    as_of = timezone.now()
    found = [WallTile(reading) for reading in read_values(shown, area=area, span=span_of())] if shown else []
    middle = min(A_SIDE, (len(found) + 1) // 2)
    indicator = on_map[turn % len(on_map)] if on_map else None
    return Screen(
        area=area,
        as_of=as_of,
        left=found[:middle],
        right=found[middle:],
        map=indicator and _map(indicator, area),
        trend=indicator and _trend(indicator, area),
    )


def boundary_of(area: Area) -> BoundaryMap | None:
    """The outlines a wall is drawn by: whoever has its address may have them as well."""
    return BoundaryMap.drawn_for(area)


def _map(indicator: Indicator, area: Area) -> AreaMap:
    reading = read_value(indicator, area=area, span=span_of(), by=AREA)
    rows = [row for row in reading.rows if row.key != area.code]
    small, beside = withheld(rows)
    hidden = dict.fromkeys(small, small_words()) | dict.fromkeys(beside, _("不列"))
    return draw_map(
        str(indicator.name),
        str(indicator.unit),
        rows,
        hidden=hidden,
        boundary=boundary_of(area),
    )


def _trend(indicator: Indicator, area: Area) -> Trend:
    reading = read_value(indicator, area=area, span=trend_span(Grain.MONTH, today()), by=MONTH)
    told = [
        (row.name, None if is_small(row.numerator, row.denominator) else row.value) for row in reading.rows
    ]
    return draw_trend(_("近 12 个月{name}").format(name=indicator.name), str(indicator.unit), told)
