"""People of every role, and how a route is asked on their behalf without leaving a trace."""

from dataclasses import dataclass

from django.db import transaction
from django.test import Client
from django.urls import reverse

from governance.areas.models import Area
from governance.people.models import Post, PostHolding, Role, User
from tests.factories.areas import FOUNDED, make_country
from tests.factories.people import make_roles, make_user
from tests.permissions.oracle import NO_POST, NOBODY, ROLES, Row, expected, holds_any, home_of, standing
from tests.permissions.table import TABLE

RIGHTS = frozenset(right for row in ROLES.values() for right in row["rights"])
LOOKS = frozenset(right for right in RIGHTS if right.endswith((".view", ".roster")))
FEW = [NOBODY, NO_POST, "city_official"]  # who asks where the answer is the same for all and dear to make


class Caller(Client):
    """A client that keeps no record of templates and contexts."""

    def request(self, **request):
        return self.handler(self._base_environ(**request))

    def ask(self, method: str, address: str, **extra):
        """One request; a write brings an empty body, in the API's own format there."""
        if method == "POST" and not is_api(address):
            return self.post(address, **extra)
        body = {} if method == "GET" else {"data": "{}", "content_type": "application/json"}
        return self.generic(method, address, **body, **extra)


@dataclass(frozen=True)
class World:
    """Areas by code; a caller for each role, for a person without a post and for nobody.

    Three more hold made-up posts over a whole county: one every right in the county of one's own, one
    every right in the other county, one every right there but only those of looking in one's own.
    """

    areas: dict[str, Area]
    callers: dict[str | None, Caller]
    insider: Caller
    stranger: Caller
    onlooker: Caller


def make_world() -> World:
    make_roles()
    areas = make_country()
    people = {role: make_user(role, areas[home_of(role)]) for role in ROLES}
    callers = {role: caller_for(person) for role, person in (people | {NO_POST: make_user()}).items()}
    own, other = areas["990101"], areas["990102"]
    return World(
        areas,
        callers | {NOBODY: Caller()},
        insider=caller_for(_holder((RIGHTS, own))),
        stranger=caller_for(_holder((RIGHTS, other))),
        onlooker=caller_for(_holder((LOOKS, own), (RIGHTS, other))),
    )


def _holder(*posts: tuple[frozenset[str], Area]) -> User:
    """Somebody with a post of just these rights in each of the areas."""
    user = make_user()
    for rights, area in posts:
        code = f"{area.code}-{len(rights)}"
        role, _ = Role.objects.get_or_create(
            code=code, defaults={"name": code, "level": area.level_id, "rights": sorted(rights)}
        )
        post = Post.objects.create(role=role, area=area, opened_on=FOUNDED)
        PostHolding.objects.create(post=post, user=user, area=area, valid=(FOUNDED, None))
    return user


def caller_for(person) -> Caller:
    caller = Caller()
    caller.force_login(person)
    caller.person = person
    return caller


def is_api(address: str) -> bool:
    return address.startswith("/api/")


def address_of(name: str, area: Area | None) -> str:
    """The address of a route, of an object newly put into the area when the route is about one."""
    row = TABLE[name]
    kwargs = row.make(area) if row.make else {}
    query = row.query(area) if row.query else None
    return reverse(name, kwargs=kwargs, query=query)


def status_of(caller: Caller, method: str, address: str) -> int:
    """The status of one request whose writes are undone."""
    with transaction.atomic():
        status = caller.ask(method, address).status_code
        transaction.set_rollback(True)
    return status


def deviations(name: str, world: World) -> list[str]:
    """Every answer of the route that is not the table's, over places, methods and roles."""
    row, found = TABLE[name], []
    for place in row.places:
        address = address_of(name, world.areas.get(place))
        for role in _askers(row, place):
            found += _deviations_of(row, world.callers[role], role, place, address)
    return found


def _askers(row: Row, place: str | None) -> list[str | None]:
    """Everybody at the nearest place, and farther off one of those who hold the same of the route's rights at one home.

    Those whom the route is closed to anywhere ask at the nearest and the farthest place only.
    """
    if row.costly:
        return FEW
    nearest, farthest = row.places[0], row.places[-1]
    if place == nearest:
        return [NOBODY, NO_POST, *ROLES]
    some = {standing(row, role): role for role in reversed([NOBODY, NO_POST, *ROLES])}
    return [role for role in some.values() if place == farthest or holds_any(row, role)]


def _deviations_of(row: Row, caller: Caller, role: str | None, place: str | None, address: str) -> list[str]:
    found = []
    for method in row.methods:
        wanted = expected(row, role, place, method, is_api=is_api(address))
        status = status_of(caller, method, address)
        if status not in wanted:
            found.append(f"{method} {address} as {role!r} at {place}: {status}, not {sorted(wanted)}")
    return found


def keeper_of(row: Row) -> str | None:
    """Somebody who may do everything at the route."""
    rights = {row.right, row.sees, row.gate, *row.rights.values()} - {"", None}
    keepers = [role for role, known in ROLES.items() if rights <= set(known["rights"])]
    return max(keepers, key=lambda role: row.places[0] is None or row.places[0].startswith(home_of(role)))
