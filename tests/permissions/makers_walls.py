"""Walls put into an area, and the address of one."""

from itertools import count

from governance.areas.models import Area
from tests.factories.boundaries import make_map
from tests.factories.walls import make_wall

_numbers = count(1)


def wall(area: Area):
    return make_wall(area)


def address(area: Area) -> dict:
    secret = f"wall-{next(_numbers)}"
    make_wall(area, secret=secret)
    return {"secret": secret}


def mapped_address(area: Area) -> dict:
    make_map(area)
    return address(area)
