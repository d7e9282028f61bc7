"""Maps of an area's children."""

from governance.areas.models import Area
from tests.factories.boundaries import make_map


def mapped(area: Area):
    return make_map(area)


def mapped_code(area: Area) -> dict:
    make_map(area)
    return {"code": area.code}


def earlier_map(area: Area):
    earlier = make_map(area)
    make_map(area)
    return earlier
