"""Errands, hints and items put into an area; each returns the arguments of the address that leads to them."""

from collections.abc import Callable

from governance.areas.models import Area
from tests.factories import errands, grids


def errand(area: Area) -> dict:
    return {"number": errands.make_errand(area).case.number}


def errand_to(step: str) -> Callable:
    return lambda area: errand(area) | {"step": step}


def name_of_errand(area: Area) -> dict:
    return errand(area) | {"name": "name"}


def hint(area: Area):
    household = grids.make_household(area)
    return errands.make_hint(household, resident=grids.make_resident(household))


def item(area: Area | None) -> dict:
    return {"code": errands.make_item().code}


def rule(area: Area | None) -> dict:
    return {"code": errands.make_rule().code}
