"""A small lawful country: one city, two counties, and chains below them, loaded the way a city is loaded."""

import datetime as dt

from governance.areas.models import Ancestry, Area, AreaCode, AreaLevel, AreaName, AreaParent

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
    for depth, (key, width) in enumerate(LEVELS):
        AreaLevel.objects.get_or_create(
            key=key, defaults={"name": NAMES[key], "depth": depth, "code_width": width}
        )


def make_area(code: str, name: str = "", *, kind: str = "", opened_on: dt.date = FOUNDED) -> Area:
    """One area with its history rows; its parent is found by the code."""
    make_levels()
    level = AreaLevel.objects.get(code_width=len(code))
    area = Area.objects.create(
        code=code, name=name or f"{NAMES[level.key]}{code[-3:]}", level=level, kind=kind, opened_on=opened_on
    )
    always = (opened_on, None)
    AreaCode.objects.create(area=area, code=code, valid=always)
    AreaName.objects.create(area=area, name=area.name, valid=always)
    Ancestry.objects.create(ancestor=area, descendant=area, depth=0, valid=always)
    above = [Area.objects.get(code=code[:width]) for _, width in LEVELS if width < len(code)]
    for depth, ancestor in enumerate(reversed(above), start=1):
        Ancestry.objects.create(ancestor=ancestor, descendant=area, depth=depth, valid=always)
    if above:
        AreaParent.objects.create(area=area, parent=above[-1], valid=always)
    return area


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
    return {code: make_area(code, kind="urban" if len(code) == 15 else "") for code in lines}
