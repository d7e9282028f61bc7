"""A right held in another county does not count for an object one merely sees."""

import pytest

from tests.permissions.asking import address_of, status_of
from tests.permissions.oracle import PLACES
from tests.permissions.table import TABLE

VERBS = sorted(
    name
    for name, row in TABLE.items()
    if row.make
    and "POST" in row.methods
    and row.right_for("POST") is not None
    and not (row.own_office or row.shared or row.methods["POST"] == {404})
)


@pytest.mark.parametrize("name", VERBS)
def test_verb_is_refused_where_one_only_looks(name, world):
    address = address_of(name, world.areas[PLACES[TABLE[name].level][0]])
    assert status_of(world.onlooker, "POST", address) == 403
