"""One fault for each check. A plant is a generator: what stands at its `yield` is sound, afterwards one thing is wrong.

It is given a sound country by area code, see `conftest.sound`.
"""

from collections.abc import Callable, Iterator

PLANTS: dict[str, Callable[[dict], Iterator[None]]] = {}
CITY, COUNTY, TOWN, COMMUNITY = "9901", "990101", "990101001", "990101001001"
GRID, BUILDING, BESIDE = "990101001001001", "990101001001001001", "990101001001001002"


def plant(code: str):
    """Say which check finds what the decorated generator plants."""

    def keep(generator):
        assert code not in PLANTS
        PLANTS[code] = generator
        return generator

    return keep
