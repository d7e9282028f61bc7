"""How the units of an area are spread over an indicator: how many lie in which band."""

from dataclasses import dataclass
from math import ceil
from statistics import median

from governance.statistics.definitions import Indicator
from governance.statistics.reading import Row

BANDS = 5
FEWEST_UNITS = 5  # fewer are read off the ranking


@dataclass(frozen=True)
class Band:
    """From `low` up to `high`, which is taken in by whole numbers and by the last band."""

    low: int | float
    high: int | float
    units: int


@dataclass(frozen=True)
class Spread:
    bands: list[Band]
    lowest: Row
    middle: int | float
    highest: Row


def spread_of(indicator: Indicator, rows: list[Row]) -> Spread | None:
    """The bands of equal width between the lowest and the highest; None for too few units or no difference."""
    ordered = sorted(rows, key=lambda row: row.value)
    if len(ordered) < FEWEST_UNITS or ordered[0].value == ordered[-1].value:
        return None
    values = [row.value for row in ordered]
    bands = _shares(values) if indicator.denominator else _numbers(values)
    return Spread(bands, ordered[0], median(values), ordered[-1])


def _numbers(values: list[int]) -> list[Band]:
    low, width = values[0], max(1, ceil((values[-1] - values[0] + 1) / BANDS))
    begins = range(low, values[-1] + 1, width)
    return [Band(at, at + width - 1, sum(at <= value < at + width for value in values)) for at in begins]


def _shares(values: list[float]) -> list[Band]:
    low, high = values[0], values[-1]
    edges = [low + (high - low) * n / BANDS for n in range(BANDS)] + [high]
    counts = [0] * BANDS
    for value in values:
        counts[min(BANDS - 1, int((value - low) / (high - low) * BANDS))] += 1
    return [Band(edges[n], edges[n + 1], units) for n, units in enumerate(counts)]
