"""Who should get what: the answer the table gives, worked out from roles as data and codes alone."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.factories.people import make_role

FINE = frozenset({200, 201, 302})
TRIED = frozenset({200, 201, 302, 400, 409})  # a verb that was let in, whatever it then says of its input


@dataclass(frozen=True)
class Row:
    """What one route takes.

    `right` is the named right, empty for any log-in, None for everybody. `make` puts an object into
    an area and returns the address's arguments; `level` is where such objects lie. `methods` maps the
    methods it knows to the statuses of somebody who may.
    """

    right: str | None
    methods: dict[str, frozenset[int]] = field(default_factory=lambda: {"GET": FINE})
    make: Callable | None = None
    level: str = "grid"
    rights: dict[str, str] = field(default_factory=dict)
    demo_only: bool = False

    def right_for(self, method: str) -> str | None:
        return self.rights.get(method, self.right)


PLACES = {
    "city": ["9901"],
    "county": ["990101", "990102"],
    "township": ["990101001", "990101002", "990102001"],
    "community": ["990101001001", "990101001002", "990101002001", "990102001001"],
    "grid": ["990101001001001", "990101001001002", "990101001002001", "990101002001001", "990102001001001"],
    "building": [
        "990101001001001001", "990101001001001002", "990101001001002001", "990101002001001001", "990102001001001001",
    ],
}  # fmt: skip


def home_of(role: str) -> str:
    """The area a role's post lies in: the first line of the country, at the role's own level."""
    return PLACES[make_role(role).level][0]


def expected(row: Row, role: str, place: str | None, method: str, *, is_api: bool) -> frozenset[int]:
    """The statuses allowed to the holder of `role` (empty: no post, None: nobody logged in)."""
    right = row.right_for(method)
    if right is None:
        return row.methods[method]
    if role is None:
        return frozenset({401} if is_api else {302})
    if right and (role == "" or right not in make_role(role).rights):
        return frozenset({403})
    if place is not None and right and not place.startswith(home_of(role)):
        return frozenset({404})
    return row.methods[method]
