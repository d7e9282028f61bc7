"""Minimal objects put into an area; each returns the arguments of the address that leads to them."""

from collections.abc import Callable
from itertools import count

from governance.areas.models import Area
from governance.people.models import PostHolding
from governance.statistics import registry
from tests.factories import dispatch, disputes, files, grids, party, property
from tests.factories.areas import grow
from tests.factories.people import make_user

_numbers = count(1)


def by_pk(factory: Callable) -> Callable:
    """The address of a thing that lies in an area by itself."""
    return lambda area: {"pk": factory(area).pk}


def code(area: Area) -> dict:
    return {"code": area.code}


def below(area: Area) -> Area:
    return grow(area)


def area_of(area: Area) -> dict:
    return {"area": area.code}


def figure_of(area: Area) -> dict:
    return {"area": area.code, "indicator": any_indicator(area)["key"]}


def any_indicator(area: Area) -> dict:
    return {"key": next(iter(registry.indicators()))}


def any_group(area: Area) -> dict:
    return {"group": "disputes"}


def grid(area: Area):
    return grids.make_grid(area)


def worker(area: Area) -> PostHolding:
    return make_user("grid_worker", area).live_holdings[0]


def seat(area: Area) -> dict:
    return {"pk": grid(area).pk, "holding_pk": worker(area).pk}


def household(area: Area):
    return grids.make_household(area)


def visit(area: Area):
    return grids.make_visit(household(area))


def receipt(area: Area) -> dict:
    return {"client_uuid": visit(area).client_uuid}


def need(area: Area):
    return grids.make_need(household(area))


def need_to(step: str) -> Callable:
    return lambda area: {"pk": need(area).pk, "step": step}


def tag(area: Area):
    return grids.make_tag(household(area))


def phone_of_resident(area: Area) -> dict:
    return {"pk": grids.make_resident(household(area), phone="13800138000").pk, "name": "phone"}


def attachment(area: Area) -> dict:
    return {"number": files.make_attachment(area).number}


def org(area: Area):
    return party.make_org(area)


def contract(area: Area):
    return property.make_contract(grids.make_compound(area))


def committee(area: Area):
    return property.make_committee(grids.make_compound(area))


def cycle(area: Area):
    return dispatch.make_cycle(area, period=_next_period())


def notice(area: Area):
    return dispatch.make_notice(area, period=_next_period())


def _next_period() -> str:
    return f"P{next(_numbers):06d}"


def dispute(area: Area):
    return disputes.make_dispute(area)


def dispute_by_number(area: Area) -> dict:
    return {"number": dispute(area).case.number}


def dispute_to(step: str) -> Callable:
    return lambda area: {"number": dispute(area).case.number, "step": step}


def phone_of_party(area: Area) -> dict:
    found = dispute(area)
    return {"number": found.case.number, "party": found.parties.first().pk, "field": "phone"}


def reception(area: Area):
    return disputes.make_reception(disputes.make_centre(area))


def matter(area: Area):
    return disputes.make_matter(reception(area))
