"""Every route × method × role × position gets what the table says. A route without a row fails."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from governance.people.models import Role
from tests.factories.people import make_roles, make_user
from tests.permissions.oracle import PLACES, expected, home_of
from tests.permissions.routes import METHODS, routes
from tests.permissions.table import TABLE

ROUTES = sorted(routes())


def test_every_route_has_a_row():
    assert sorted(TABLE) == ROUTES


@pytest.fixture
def people(country):
    """One person of every role in the first line of the country, one without a post, and nobody."""
    make_roles()
    found = {role.code: make_user(role.code, country[home_of(role.code)]) for role in Role.objects.all()}
    return {**found, "": make_user(), None: None}


@pytest.fixture
def clients(people):
    found = {}
    for role, person in people.items():
        found[role] = Client(raise_request_exception=False)
        if person is not None:
            found[role].force_login(person)
    return found


def ask(client: Client, method: str, address: str) -> int:
    """The status of one request whose writes are undone."""
    with transaction.atomic():
        body = (
            {"content_type": "application/json", "data": "{}"}
            if address.startswith("/api/") and method != "GET"
            else {}
        )
        status = (
            client.generic(method, address, **body).status_code
            if body or method not in ("GET", "POST")
            else getattr(client, method.lower())(address).status_code
        )
        transaction.set_rollback(True)
    return status


@pytest.mark.parametrize("name", ROUTES)
def test_route_gives_each_role_what_the_table_says(name, country, clients, people, settings):
    row = TABLE[name]
    settings.DEMO_MODE = row.demo_only
    deviations = []
    for place in PLACES[row.level] if row.make else [None]:
        kwargs = row.make(country[place]) if row.make else {}
        address = reverse(name, kwargs=kwargs)
        for role, client in clients.items():
            for method in row.methods:
                wanted = expected(row, role, place, method, is_api=address.startswith("/api/"))
                status = ask(client, method, address)
                if status not in wanted:
                    deviations.append(
                        f"{method} {address} as {role!r} at {place}: {status}, not {sorted(wanted)}"
                    )
    assert deviations == []


@pytest.mark.parametrize("name", ROUTES)
def test_route_knows_no_other_method(name, country, clients):
    row = TABLE[name]
    kwargs = row.make(country[PLACES[row.level][0]]) if row.make else {}
    address = reverse(name, kwargs=kwargs)
    found = {
        method: ask(clients["city_official"], method, address)
        for method in METHODS
        if method not in row.methods
    }
    assert {method: status for method, status in found.items() if status not in (403, 404, 405)} == {}


def test_the_staff_look_ups_ask_for_a_staff_log_in(clients):
    assert {
        role: ask(client, "GET", "/admin/people/user/") for role, client in clients.items()
    } == dict.fromkeys(clients, 302)
