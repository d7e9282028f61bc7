"""Readings beside those of the year before."""

from dataclasses import dataclass

from governance.statistics.counting import AREA, DAY
from governance.statistics.questions import Question
from governance.statistics.reading import Reading, Row, read_areas, read_values


@dataclass(frozen=True)
class Answer:
    """A reading and, when asked for, that of the same days of the year before, on the same boundaries."""

    now: Reading
    before: Reading | None = None

    @property
    def change(self) -> int | float | None:
        """How much more the value is than a year before: of shares, in points."""
        return _apart(self.now.value, self.before and self.before.value)

    @property
    def change_rate(self) -> float | None:
        """The change in per cent of what it was; None where that is nothing."""
        return (
            round(self.change * 100 / self.before.value, 4)
            if self.change is not None and self.before.value
            else None
        )

    def pairs(self, by: str | None) -> list[tuple[Row, Row | None]]:
        """The rows, each with the one it is compared with."""
        if self.before is None:
            return [(row, None) for row in self.now.rows]
        if by in (AREA, DAY):
            earlier = {row.key: row for row in self.before.rows}
            return [
                (row, earlier.get(row.key if by == AREA else _a_year_earlier(row.key)))
                for row in self.now.rows
            ]
        earlier = [*self.before.rows, *[None] * len(self.now.rows)]
        return list(zip(self.now.rows, earlier, strict=False))


def answers(question: Question) -> list[Answer]:
    """Area by area, and in each the indicators in their order."""
    now = _read(question, question.span)
    if not question.compare:
        return [Answer(reading) for reading in now]
    before = _read(question, question.span.year_before(question.by))
    return [Answer(*pair) for pair in zip(now, before, strict=True)]


def _read(question: Question, span) -> list[Reading]:
    if len(question.areas) == 1:
        return read_values(question.indicators, area=question.areas[0], span=span, by=question.by)
    return read_areas(question.indicators, areas=question.areas, span=span, by=question.by)


def _apart(now, before):
    return None if now is None or before is None else round(now - before, 4)


def _a_year_earlier(day: str) -> str:
    return f"{int(day[:4]) - 1:04d}{day[4:]}"
