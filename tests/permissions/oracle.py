"""Who should get what: the answer the table gives, worked out from roles as data and codes alone."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

FINE = frozenset({200, 201, 302})
TRIED = frozenset({200, 201, 302, 400, 409})  # a verb that was let in, whatever it then says of its input
NOBODY, NO_POST = None, ""


@dataclass(frozen=True)
class Row:
    """What one route takes.

    `does` says it to an administrator. `right` is the named right: empty for any log-in, None for
    everybody; `rights` names another one for single methods. `gate` is the right that opens the
    route, when it is a lesser one: whoever holds only that sees the object and may not do it.
    `methods` maps the methods the route knows to the statuses of somebody who may.

    `make` puts an object into an area and returns the address's arguments, `query` what follows the
    question mark; such objects lie at `level`, and are seen by whoever holds `sees` there (the right
    itself, unless it says otherwise). `own_office` narrows sight to those who sit in that very area;
    a `shared` object lies in none, like an entry of a catalogue that is the same for all.
    `anyone` opens the route to every log-in: who has not the right there may find a thing of his own, or nothing.
    `fill` puts a row into an area that the list must then show to some and hide from others, in its
    file too if it `offers_file`.
    """

    does: str
    right: str | None
    methods: dict[str, frozenset[int]] = field(default_factory=lambda: {"GET": FINE})
    make: Callable | None = None
    query: Callable | None = None
    fill: Callable | None = None
    level: str = "anywhere"
    sees: str = ""
    gate: str = ""
    rights: dict[str, str] = field(default_factory=dict)
    own_office: bool = False
    anyone: bool = False
    shared: bool = False
    offers_file: bool = True
    demo_only: bool = False
    costly: bool = False

    def right_for(self, method: str) -> str | None:
        return self.rights.get(method, self.right)

    @property
    def places(self) -> list[str | None]:
        """Where objects of the route are tried; one nowhere when the route is about no single object."""
        has_place = (self.make or self.query) and not self.shared
        return PLACES[self.level] if has_place else [None]


PLACES = {
    "community": ["990101001001", "990101001002", "990101002001", "990102001001"],
    "anywhere": [
        "990101001001001", "990101001001002", "990101001001", "990101001", "990101002001001", "990101",
        "990102001001001",
    ],
    "grid": ["990101001001001", "990101001001002", "990101001002001", "990101002001001", "990102001001001"],
    "building": [
        "990101001001001001", "990101001001001002", "990101001001002001", "990101002001001001",
        "990102001001001001",
    ],
}  # fmt: skip
HOMES = {
    "city": "9901",
    "county": "990101",
    "township": "990101001",
    "community": "990101001001",
    "grid": "990101001001001",
    "building": "990101001001001001",
}
ROLES = {
    row["code"]: row
    for row in json.loads((Path(settings.BASE_DIR) / "config/presets/base/roles.json").read_text())
}


def home_of(role: str) -> str:
    """The area a role's post lies in: the first line of the country, at the role's own level."""
    return HOMES[ROLES[role]["level"]]


def expected(row: Row, role: str | None, place: str | None, method: str, *, is_api: bool) -> frozenset[int]:
    """The statuses allowed to the holder of `role` (empty: no post, None: nobody logged in)."""
    right = row.right_for(method)
    if right is None:
        return row.methods[method]
    if role is NOBODY:
        return frozenset({401} if is_api else {302})
    if not (row.anyone or _holds(role, row.gate or right)):
        return frozenset({403})
    if place is not None and not _is_in_sight(row, role, place):
        return frozenset({404})
    return row.methods[method] if _holds(role, right) else frozenset({403})


def holds_any(row: Row, role: str | None) -> bool:
    """Whether the route is open to the role for some method, at least somewhere."""
    return role is not NOBODY and any(
        right is None or row.anyone or _holds(role, row.gate or right)
        for right in map(row.right_for, row.methods)
    )


def standing(row: Row, role: str | None) -> tuple:
    """What the answer of a route depends on: the home, and which of the route's rights are held there."""
    if role in (NOBODY, NO_POST):
        return (role,)
    rights = {row.right, row.sees, row.gate, *row.rights.values()} - {None}
    return home_of(role), frozenset(right for right in rights if _holds(role, right))


def _holds(role: str, right: str) -> bool:
    return not right or (role != NO_POST and right in ROLES[role]["rights"])


def _is_in_sight(row: Row, role: str, place: str) -> bool:
    if row.sees and not _holds(role, row.sees):
        return False
    home = home_of(role)
    return place == home if row.own_office else place.startswith(home)
