"""The line below the map, drawn here: a page that runs for weeks keeps nothing of yesterday's charts."""

from dataclasses import dataclass

from governance.statistics.mapping import bare_words

WIDE, TALL = 960, 240
LEFT, RIGHT, TOP, BOTTOM = 60, 110, 44, 64
FROM_FOOT = 12


@dataclass(frozen=True)
class Dot:
    """A month's value. Words stand above the highest, below the lowest and beside the last."""

    x: float
    y: float
    words: str = ""
    is_last: bool = False
    is_low: bool = False

    @property
    def words_x(self) -> float:
        return self.x + 14 if self.is_last else self.x

    @property
    def words_y(self) -> float:
        return self.y + (7 if self.is_last else 30 if self.is_low else -14)


@dataclass(frozen=True)
class Month:
    x: float
    words: str


@dataclass(frozen=True)
class Trend:
    """Pieces of the line (it breaks where a month has no value or a small one), its dots and its months."""

    title: str
    unit: str
    pieces: list[str]
    dots: list[Dot]
    months: list[Month]
    rows: list[tuple[str, str]]
    width: int = WIDE
    height: int = TALL
    foot: int = TALL - 36


def draw_trend(title: str, unit: str, values: list[tuple[str, float | None]]) -> Trend:
    """The line of months with their values, from the first that has one."""
    while values and values[0][1] is None:
        values = values[1:]
    known = [value for _name, value in values if value is not None]
    low, high = min(known, default=0), max(known, default=0)
    last = max((n for n, (_name, value) in enumerate(values) if value is not None), default=-1)
    said = {last} | {next(n for n, row in enumerate(values) if row[1] == end) for end in (low, high) if known}
    dots = {
        n: Dot(
            _x(n, len(values)),
            _y(value, low, high),
            bare_words(value, unit) if n in said else "",
            is_last=n == last,
            is_low=value == low,
        )
        for n, (_name, value) in enumerate(values)
        if value is not None
    }
    return Trend(
        title=title,
        unit=unit,
        pieces=_pieces(dots, len(values)),
        dots=list(dots.values()),
        months=[Month(_x(n, len(values)), name) for n, (name, _value) in enumerate(values) if n % 2 == 0],
        rows=[(name, bare_words(value, unit)) for name, value in values],
    )


def _x(place: int, count: int) -> float:
    return LEFT + (WIDE - LEFT - RIGHT) * (place / (count - 1) if count > 1 else 0.5)


def _y(value: float, low: float, high: float) -> float:
    up = (value - low) / (high - low) if high > low else 0.5
    return TALL - BOTTOM - FROM_FOOT - (TALL - BOTTOM - FROM_FOOT - TOP) * up


def _pieces(dots: dict[int, Dot], count: int) -> list[str]:
    found, piece = [], []
    for n in range(count + 1):
        if n in dots:
            piece.append(f"{dots[n].x:.1f},{dots[n].y:.1f}")
        elif piece:
            found.append(" ".join(piece))
            piece = []
    return found
