"""Pairs that may be one, and merges, put into an area."""

from governance.areas.models import Area
from grids.models import Duplicate, Merge
from tests.factories.grids import make_household, make_resident
from tests.factories.people import make_user


def duplicate(area: Area) -> Duplicate:
    home = make_household(area)
    first, second = make_resident(home), make_resident(home)
    return Duplicate.objects.create(
        kind="resident", first_resident=first, second_resident=second, reasons=["name_at_home"], area=area
    )


def merge(area: Area) -> Merge:
    """One whose kept row has gone on elsewhere."""
    return Merge.objects.create(
        kind="resident", kept_id=0, removed_id=0, label="欧**远 → 欧**远", merged_by=make_user(), area=area
    )
