"""The same figure by another definition: what each alternative gives for an area and those below."""

from dataclasses import dataclass

from governance.areas.models import Area
from governance.statistics import registry
from governance.statistics.counting import AREA
from governance.statistics.definitions import Indicator
from governance.statistics.dictionary import Entry
from governance.statistics.differing import Difference, side_by_side
from governance.statistics.reading import Reading, Row, Span, read_values


@dataclass(frozen=True)
class Result:
    """What one definition gives, beside the one the city publishes by."""

    reading: Reading
    published: Reading

    @property
    def indicator(self) -> Indicator:
        return self.reading.indicator

    @property
    def is_published(self) -> bool:
        return self.indicator == self.published.indicator

    @property
    def apart(self) -> float | None:
        """How much more than the published figure; of shares, in points."""
        return _apart(self.reading.value, self.published.value)

    @property
    def difference(self) -> Difference:
        return side_by_side(self.indicator, self.reading.value, self.published.value)

    def rows(self) -> list[tuple[Row, Difference, float | None]]:
        """The areas below, each beside its published figure."""
        beside = {row.key: row.value for row in self.published.rows}
        return [
            (
                row,
                side_by_side(self.indicator, row.value, beside.get(row.key)),
                _apart(row.value, beside.get(row.key)),
            )
            for row in self.reading.rows
        ]


def _apart(value, published) -> float | None:
    return None if value is None or published is None else round(value - published, 4)


def read_alternatives(entry: Entry, area: Area, span: Span) -> list[Result]:
    """One statement for all of them, whatever stands below the area, and one for the names of what does."""
    known = registry.indicators()
    group = entry.alternatives
    keys = [*group.indicators, *group.beside] if group else [entry.indicator.key]
    found = read_values([known[key] for key in keys], area=area, span=span, by=AREA)
    published = next(one for one in found if one.indicator == entry.published)
    return [Result(one, published) for one in found]
