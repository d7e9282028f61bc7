"""A small lawful country: one city, two counties, and chains below them, loaded the way a city is loaded."""

import datetime as dt

from governance.areas.actions.opening import plant
from governance.areas.importing import AreaRow, bulk_open
from governance.areas.models import Area, AreaLevel

FOUNDED = dt.date(2020, 1, 1)
LEVELS = [("city", 4), ("county", 6), ("township", 9), ("community", 12), ("grid", 15), ("building", 18)]
NAMES = {
    "city": "市",
    "county": "区",
    "township": "街道",
    "community": "社区",
    "grid": "网格",
    "building": "楼院",
}


def make_levels() -> None:
    """The six levels of the base preset, unless they are there."""
    for depth, (key, width) in enumerate(LEVELS, start=1):
        AreaLevel.objects.get_or_create(
            key=key, defaults={"name": NAMES[key], "depth": depth, "code_width": width}
        )


def make_area(code: str, name: str = "", *, kind: str = "", opened_on: dt.date = FOUNDED) -> Area:
    """One area with its histories; its parent is found by the code."""
    make_levels()
    bulk_open([_row(code, name, kind)], on=opened_on)
    return Area.objects.get(code=code)


def grow(parent: Area, name: str = "", *, kind: str = "", on: dt.date = FOUNDED) -> Area:
    """The next child of an area, under the next free code."""
    name = name or f"{parent.name}第{Area.objects.count()}区划"
    return plant(parent, on=on, name=name, kind=kind, code="")


def make_country() -> dict[str, Area]:
    """Two of everything that a test of scope needs, by code.

    Own line: 9901 > 990101 > 990101001 > 990101001001 > …001 > …001001; beside it on each level a 2.
    """
    lines = [
        "9901",
        "990101", "990102",
        "990101001", "990101002", "990102001",
        "990101001001", "990101001002", "990101002001", "990102001001",
        "990101001001001", "990101001001002", "990101001002001", "990101002001001", "990102001001001",
        "990101001001001001", "990101001001001002", "990101001001002001", "990101002001001001",
        "990102001001001001",
    ]  # fmt: skip
    make_levels()
    bulk_open([_row(code, kind="urban" if len(code) == 15 else "") for code in lines], on=FOUNDED)
    return {area.code: area for area in Area.objects.filter(code__in=lines)}


def _row(code: str, name: str = "", kind: str = "") -> AreaRow:
    widths = {width: key for key, width in LEVELS}
    level = widths[len(code)]
    parent_code = code[: max((width for width in widths if width < len(code)), default=0)]
    return AreaRow(code, name or f"{NAMES[level]}{code[-3:]}", level, parent_code, kind)
