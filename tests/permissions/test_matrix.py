"""Every page × method × role × position gets what the table says; the API's are in `test_matrix_api`."""

import pytest

from tests.permissions.asking import address_of, deviations, keeper_of, status_of
from tests.permissions.document import PAGE, document
from tests.permissions.routes import METHODS, routes
from tests.permissions.table import TABLE

ROUTES = routes()
PAGES = sorted(name for name, address in ROUTES.items() if not address.startswith("/api/v1/"))


def test_every_route_has_a_row_and_every_row_a_route():
    assert sorted(TABLE) == sorted(ROUTES)


def test_the_page_for_administrators_says_what_the_table_says():
    assert PAGE.read_text() == document(), "write docs/permissions.md anew, see tests/permissions/document.py"


@pytest.mark.parametrize("name", PAGES)
def test_page_gives_each_role_what_the_table_says(name, world, settings):
    settings.DEMO_MODE = TABLE[name].demo_only
    assert deviations(name, world) == []


@pytest.mark.parametrize("name", PAGES)
def test_page_knows_no_other_method(name, world, settings):
    row = TABLE[name]
    settings.DEMO_MODE = row.demo_only
    address = address_of(name, world.areas.get(row.places[0]))
    keeper = world.callers[keeper_of(row)]
    others = [method for method in METHODS if method not in row.methods]
    assert {method: status_of(keeper, method, address) for method in others} == dict.fromkeys(others, 405)


def test_the_gallery_is_closed_outside_demo_mode(world, settings):
    settings.DEMO_MODE = False
    assert {status_of(caller, "GET", "/gallery/") for caller in world.callers.values()} == {404}


def test_the_staff_look_ups_ask_for_a_staff_log_in(world):
    found = {role: status_of(caller, "GET", "/admin/people/user/") for role, caller in world.callers.items()}
    assert found == dict.fromkeys(found, 302)
