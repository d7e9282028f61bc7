"""The rates of an area as it reckons them, with the definition, both numbers and the year before."""

from dataclasses import dataclass

from disputes.enums.litigation import DEFINITIONS, Rate
from governance.areas.models import Area
from governance.kernel.days import years_later
from governance.statistics import registry
from governance.statistics.counting import AREA
from governance.statistics.dictionary import published_in
from governance.statistics.reading import Reading, Span, read_value, read_values, span_of

FILINGS = "litigation.filings_count"


@dataclass(frozen=True)
class RateReading:
    """A rate by the definition that held at the end of the period; `before` is the year before, by the same one."""

    rate: Rate
    definition: str
    reading: Reading
    before: Reading


@dataclass(frozen=True)
class Growth:
    """A count beside that of the same days a year before, in an area."""

    code: str
    name: str
    now: int
    before: int

    @property
    def change(self) -> float | None:
        """Per cent with one decimal; None where there was nothing to compare with."""
        return round((self.now - self.before) * 100 / self.before, 1) if self.before else None

    @property
    def change_words(self) -> str:
        return "—" if self.change is None else f"{self.change:+.1f}%".replace("-", "−")


def year_before(span: Span) -> Span:
    """The same days of the year before, with the population and the boundaries of the day asked for."""
    return span_of(years_later(span.from_on, -1), years_later(span.to_on, -1), span.as_of)


def rates(area: Area, span: Span) -> list[RateReading]:
    ways = [{key: letter for letter, key in DEFINITIONS[rate].items()} for rate in Rate]
    published = [published_in(registry.alternatives_of(next(iter(way))), area, span.to_on) for way in ways]
    asked = [registry.indicators()[key] for key in published]
    now = read_values(asked, area=area, span=span)
    before = read_values(asked, area=area, span=year_before(span))
    letters = [way[key] for way, key in zip(ways, published, strict=True)]
    return [RateReading(*row) for row in zip(Rate, letters, now, before, strict=True)]


def filings(area: Area, span: Span) -> tuple[Growth, list[Growth]]:
    """First-instance filings of the area and of the areas below, beside the year before."""
    indicator = registry.indicators()[FILINGS]
    now = read_value(indicator, area=area, span=span, by=AREA)
    before = read_value(indicator, area=area, span=year_before(span), by=AREA)
    old = {row.key: row.numerator for row in before.rows}
    rows = [
        Growth(row.key, row.name, row.numerator, old.get(row.key, 0))
        for row in now.rows
        if row.numerator or old.get(row.key)
    ]
    return Growth(area.code, area.name, now.numerator, before.numerator), rows


def this_year(given: dict[str, str], span: Span) -> Span:
    """Without days: from New Year on, as the courts report."""
    if given.get("from") or given.get("to"):
        return span
    return span_of(span.as_of.replace(month=1, day=1), span.as_of, span.as_of)
