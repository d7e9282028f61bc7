"""The map of an area's children in five classes: its own boundaries where they are kept, else tiles in rows (示意图).

It is drawn here as one SVG with links in it: it needs no script, prints as it stands, and a keyboard walks it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil, sqrt

from django.utils.translation import gettext as _

from governance.areas.models import BoundaryMap
from governance.kernel.templatetags.ui import figure, share
from governance.kernel.wording import listed
from governance.statistics.reading import Row

CLASSES = 5
TILE_WIDE, TILE_TALL, GAP = 150, 100, 2
FIT_A_PHONE = 3  # tiles abreast whose words are still read there
LARGEST, SMALLEST = 19, 10  # of letters, in the units of the drawing
BOLD = 1.1  # how much larger the value is than the name
BROAD, NARROW = 1.0, 0.6  # of a Chinese character and of a digit, by the height of the letters


@dataclass(frozen=True)
class Place:
    """Where an area lies on the drawing: the middle of its name, the width there, and its outline if it has one."""

    x: float
    y: float
    room: float
    path: str = ""


@dataclass(frozen=True)
class Line:
    """Words on an area: text, how high the letters are, how far down their foot lies."""

    text: str
    size: float
    y: float
    is_value: bool = False


@dataclass(frozen=True)
class Cell:
    """One area: its class from 1 (low) to 5, or 0 where there is no value, which `value` then says in words."""

    code: str
    name: str
    value: str
    step: int
    place: Place
    url: str = ""

    @property
    def left(self) -> float:
        return self.place.x - self.place.room / 2

    @property
    def top(self) -> float:
        return self.place.y - self.tall / 2

    @property
    def tall(self) -> float:
        return TILE_TALL - 2 * GAP

    @property
    def lines(self) -> list[Line]:
        """Name and value; where they do not fit the value alone, and in a sliver the number of the class."""
        place = self.place
        size = min(LARGEST, place.room / _width(self.name), place.room / _width(self.value) / BOLD)
        if size >= SMALLEST:
            return [
                Line(self.name, size, place.y - size * 0.35),
                Line(self.value, size * BOLD, place.y + size * 1.1, is_value=True),
            ]
        size = min(LARGEST, place.room / _width(self.value))
        if size >= SMALLEST:
            return [Line(self.value, size, place.y + size * 0.35, is_value=True)]
        return [Line(str(self.step or "–"), SMALLEST, place.y + SMALLEST * 0.35, is_value=True)]


@dataclass(frozen=True)
class Class:
    """A line of the legend: from the lowest to the highest value of its areas, and how many they are."""

    step: int
    words: str
    range: str
    count: int


@dataclass(frozen=True)
class AreaMap:
    """What `components/map.html` shows. Without an approval number (审图号) it is a scheme and says so."""

    id: str
    title: str
    unit: str
    width: float
    height: float
    cells: list[Cell] = field(default_factory=list)
    legend: list[Class] = field(default_factory=list)
    note: str = ""
    approval_number: str = ""

    @property
    def is_wide(self) -> bool:
        return self.width > FIT_A_PHONE * TILE_WIDE


def bare_words(value: int | float | None, unit: str) -> str:
    """A value as it stands on a map: shares with their sign, a dash where there is none."""
    return (
        share(value) if unit == "%" else figure(value if isinstance(value, int | None) else round(value, 2))
    )


def draw_map(
    name: str,
    unit: str,
    rows: list[Row],
    *,
    url: Callable[[Row], str] = lambda row: "",
    hidden: dict[str, str] | None = None,
    boundary: BoundaryMap | None = None,
) -> AreaMap:
    """The map of an indicator. `hidden` says by code what stands in place of a value that is not to be told.

    It is drawn by `boundary` where that knows every row: after a change of the tree the tiles take over.
    """
    hidden = hidden or {}
    told = {row.key: row.value for row in rows if row.value is not None and row.key not in hidden}
    step = _classes(list(told.values()))
    lacking = [row.name for row in rows if boundary and row.key not in boundary.drawing["shapes"]]
    is_drawn = bool(boundary) and not lacking
    width, height, places = _outlines(boundary) if is_drawn else _tiles([row.key for row in rows])

    def cell(row: Row) -> Cell:
        value = hidden.get(row.key) or bare_words(row.value, unit)
        return Cell(row.key, row.name, value, step(told.get(row.key)), places[row.key], url(row))

    return AreaMap(
        id="board-map",
        title=_("{name}在哪里高、在哪里低").format(name=name),
        unit=unit,
        width=width,
        height=height,
        cells=[cell(row) for row in rows],
        legend=_legend(told, step, unit),
        note=_("边界图里没有{names}，请上传新的").format(names=listed(lacking)) if lacking else "",
        approval_number=boundary.approval_number if is_drawn else "",
    )


def _classes(values: list[float]) -> Callable[[float | None], int]:
    """The class of a value: five of equal width between the lowest and the highest; all in the middle if they agree."""
    low, high = min(values, default=0), max(values, default=0)

    def step(value: float | None) -> int:
        if value is None:
            return 0
        if low == high:
            return 3
        return 1 + min(CLASSES - 1, int((value - low) / (high - low) * CLASSES))

    return step


def _legend(told: dict[str, float], step: Callable[[float | None], int], unit: str) -> list[Class]:
    names = [_("低"), _("较低"), _("中"), _("较高"), _("高")]
    found: dict[int, list[float]] = {}
    for value in told.values():
        found.setdefault(step(value), []).append(value)
    return [
        Class(number, name, _range(found[number], unit), len(found[number]))
        for number, name in enumerate(names, start=1)
        if number in found
    ]


def _range(values: list[float], unit: str) -> str:
    low, high = bare_words(min(values), unit), bare_words(max(values), unit)
    return low if low == high else f"{low} – {high}"


def _outlines(boundary: BoundaryMap) -> tuple[float, float, dict[str, Place]]:
    drawing = boundary.drawing
    places = {code: Place(x, y, room, path) for code, (x, y, room, path) in drawing["shapes"].items()}
    return drawing["width"], drawing["height"], places


def _tiles(codes: list[str]) -> tuple[float, float, dict[str, Place]]:
    """Areas in rows by code, about as many abreast as below each other. Says nothing of where they lie."""
    across = max(1, ceil(sqrt(len(codes))))
    places = {
        code: Place((n % across + 0.5) * TILE_WIDE, (n // across + 0.5) * TILE_TALL, TILE_WIDE - 2 * GAP)
        for n, code in enumerate(codes)
    }
    return across * TILE_WIDE, -(-len(codes) // across) * TILE_TALL, places


def _width(text: str) -> float:
    """How wide words are when their letters are one high, with a little air at both ends."""
    return sum(BROAD if ord(letter) > 0x2E7F else NARROW for letter in text) + 1
