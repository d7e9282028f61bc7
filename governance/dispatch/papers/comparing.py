"""What a work report shows as charts: the units below side by side, and one figure over time."""

from governance.dispatch.models import Cycle
from governance.dispatch.papers.figures import Shown, worded
from governance.dispatch.papers.periods import followed, label_of
from governance.statistics.charts import ranked
from governance.statistics.definitions import Indicator
from governance.statistics.enums import SMALLEST_RANKED
from governance.statistics.reading import Reading, read_value


def ranking_of(cycle: Cycle, shown: list[Shown], now: list[Reading]) -> dict | None:
    """The units below by one figure, never persons; a share of few cases says nothing and is left out."""
    found = [reading for (row, _one), reading in zip(shown, now, strict=True) if row.is_ranked]
    if not found:
        return None
    reading, indicator = found[0], found[0].indicator
    below = [row for row in reading.rows if row.key != cycle.area.code]
    rows = ranked(indicator, below)
    values = [row.value for row in rows]
    return _head(indicator) | {
        "rows": [
            {
                "place": values.index(row.value) + 1,
                "name": row.name,
                "value": _short(row.value),
                "shown": worded(indicator, row.value),
                "n": row.denominator if indicator.denominator else row.numerator,
            }
            for row in rows
        ],
        "left_out": len(below) - len(rows),
        "least": SMALLEST_RANKED,
    }


def trend_of(cycle: Cycle, shown: list[Shown]) -> dict | None:
    """One figure over the last periods, each read as the board would read it."""
    indicator = next((indicator for row, indicator in shown if row.is_followed), None)
    if indicator is None:
        return None
    values = [(span, read_value(indicator, area=cycle.area, span=span).value) for span in followed(cycle)]
    rows = [{"label": label_of(cycle, span), "value": _short(value)} for span, value in values]
    return _head(indicator) | {"rows": rows}


def _head(indicator: Indicator) -> dict:
    return {"key": indicator.key, "name": str(indicator.name), "unit": str(indicator.unit)}


def _short(value):
    """A share as long as a chart can show it."""
    return round(value, 2) if isinstance(value, float) else value
