"""The busy paths on cities of several sizes, one after the other: how much each has grown."""

from collections.abc import Callable
from dataclasses import dataclass

from bench.beside import Line, from_text, table
from bench.loading import in_own_database

FLOOR_ROWS = 1_000_000
LIMIT = 3600  # seconds to make a city, and to measure on it


@dataclass(frozen=True)
class City:
    """What `make_city` is asked for; the database of the largest takes 25 GB while it is being made."""

    name: str
    size: dict[str, int]

    @property
    def command(self) -> list[str]:
        return ["make_city", *(f"--{name}={number}" for name, number in self.size.items())]


CITIES = {
    "10k": City("银川一倍，走访、办件各一万", {"scale": 1, "visits": 10_000, "cases": 10_000}),
    "1m": City(
        "银川一倍，走访、办件各一百万",
        {"scale": 1, "years": 5, "case-years": 5, "visits": 1_000_000, "cases": 1_000_000},
    ),
    "10m": City("银川十倍，走访一千零一十八万、办件四十万", {"scale": 10, "years": 5}),
}


def measure_growth(names: list[str], say: Callable[[str], object]) -> None:
    """Make each city, measure it, say its table; growth is against the first, so name the smallest first."""
    first: list[Line] | None = None
    for name in names:
        lines = measure_city(CITIES[name])
        say(f"\n## {CITIES[name].name}\n\n{table(lines, first)}")
        first = first or lines


def measure_city(city: City) -> list[Line]:
    measuring = ["bench_beside", str(FLOOR_ROWS), "--json"]
    said = in_own_database(city.command, measuring, within=LIMIT)
    return from_text(said)
