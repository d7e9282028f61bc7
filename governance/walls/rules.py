"""What a screen that anybody may look at does not tell: small figures, written once for tiles, map and trend."""

from governance.areas.models import Area
from governance.statistics.reading import Row
from governance.walls.enums import LEVELS, SMALLEST_SHOWN


def may_be_shown(area: Area) -> bool:
    """Whether an area and its children are large enough for a wall."""
    return area.level_id in LEVELS


def is_small(numerator: int | None, denominator: int | None) -> bool:
    """Whether a figure is withheld: a count below five that is not none, a share of fewer than five."""
    counted = numerator if denominator is None else denominator
    return counted is not None and 0 < counted < SMALLEST_SHOWN


def tells_its_parts(numerator: int, denominator: int | None) -> bool:
    """Whether both sides of a share may stand beside it."""
    return denominator is not None and not is_small(numerator, None) and not is_small(denominator, None)


def withheld(rows: list[Row]) -> tuple[set[str], set[str]]:
    """The keys of rows that are small, and of rows that go with them.

    A single small count between others could be worked out from the total beside the map, so the next
    smallest goes too. Shares do not add up and need no second.
    """
    small = {row.key for row in rows if is_small(row.numerator, row.denominator)}
    others = [row for row in rows if row.key not in small and row.numerator and row.denominator is None]
    if len(small) != 1 or not others:
        return small, set()
    return small, {min(others, key=lambda row: (row.numerator, row.key)).key}
