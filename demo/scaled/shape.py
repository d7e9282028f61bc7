"""How much of everything a city at a scale has: Yinchuan's own numbers, so many times over."""

from dataclasses import dataclass
from datetime import date, timedelta

from demo.territory import ALL_GRIDS, URBAN
from demo.visits import VISITS

COUNTIES, TOWNSHIPS, COMMUNITIES = 6, 62, 602
MOST_COUNTIES = 99  # two digits of the code
PEOPLE, PEOPLE_A_HOUSEHOLD = 1_200_000, 2.6
CASES = 40_000
EVENTS_OF_1000 = 75  # the demo city has 3,240 events beside 40,000 disputes
SMALLEST, LARGEST = 0.01, 50
LONGEST = 7
MOST_ROWS = 100_000_000
# Bytes on disk, indexes and facts included, as a loaded city had them.
BYTES_A_VISIT, BYTES_A_CASE, BYTES_A_GRID = 1300, 18_800, 9300
EPOCH, EIGHT = "date '2000-01-01'", "timestamp with time zone '2000-01-01 08:00+08'"
ROOM_TO_WORK = 1.4  # sorting for the indexes, and the log of the server


@dataclass(frozen=True)
class Shape:
    """The size of a city to be. `visits_asked` and `cases_asked` go before what the scale and the years would give."""

    scale: float
    years: int
    case_years: int
    today: date
    visits_asked: int | None = None
    cases_asked: int | None = None

    @property
    def founded(self) -> date:
        """When its areas and seats began: before the first visit."""
        return date(self.today.year - LONGEST - 2, 1, 1)

    @property
    def counties(self) -> int:
        return min(self._times(COUNTIES), MOST_COUNTIES)

    @property
    def townships(self) -> int:
        return max(self._times(TOWNSHIPS), self.counties)

    @property
    def communities(self) -> int:
        return max(self._times(COMMUNITIES), self.townships)

    @property
    def grids(self) -> int:
        return self._times(ALL_GRIDS)

    @property
    def urban_grids(self) -> int:
        return round(self.grids * URBAN / ALL_GRIDS)

    @property
    def households(self) -> int:
        return self._times(PEOPLE / PEOPLE_A_HOUSEHOLD)

    @property
    def visits(self) -> int:
        return self.visits_asked or self._times(VISITS) * self.years

    @property
    def cases(self) -> int:
        return self.cases_asked or self._times(CASES) * self.case_years

    @property
    def bytes(self) -> int:
        """What it will take on disk, about, while it is being made."""
        kept = self.visits * BYTES_A_VISIT + self.cases * BYTES_A_CASE + self.grids * BYTES_A_GRID
        return round(kept * ROOM_TO_WORK)

    def day(self, n: str, count: int, years: int) -> str:
        """SQL for the day of row `n` of `count`: in order, up to yesterday, more in some seasons than in others."""
        part = f"(({n} - 0.5::float8) / {count})"
        wave = f"{0.03 / years}::float8 * sin({part} * {years} * 2 * pi())"
        first = self.today - timedelta(days=365 * years)
        return f"(date '{first}' + floor(({part} + {wave}) * {365 * years})::int)"

    def at(self, day: str, seconds: str) -> str:
        """SQL for the moment so many seconds after 8 o'clock of a day; the country's clocks stay as they are."""
        return f"({EIGHT} + make_interval(days => {day} - {EPOCH}, secs => {seconds}))"

    def _times(self, number: float) -> int:
        return max(round(number * self.scale), 1)
