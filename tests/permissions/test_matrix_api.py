"""Every API route × method × role × position gets what the table says."""

import pytest

from tests.permissions.asking import address_of, deviations, keeper_of, status_of
from tests.permissions.routes import METHODS, routes
from tests.permissions.table import TABLE

ROUTES = sorted(name for name, address in routes().items() if address.startswith("/api/v1/"))


@pytest.mark.parametrize("name", ROUTES)
def test_route_gives_each_role_what_the_table_says(name, world):
    assert deviations(name, world) == []


@pytest.mark.parametrize("name", ROUTES)
def test_route_knows_no_other_method(name, world):
    row = TABLE[name]
    address = address_of(name, world.areas.get(row.places[0]))
    keeper = world.callers[keeper_of(row)]
    others = [method for method in METHODS if method not in row.methods]
    assert {method: status_of(keeper, method, address) for method in others} == dict.fromkeys(others, 405)
