"""The side doors of a list: to a stranger it answers the same whether a row lies elsewhere or does not exist."""

import re

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from tests.permissions.asking import Caller, World, is_api
from tests.permissions.oracle import PLACES, Row
from tests.permissions.table import TABLE

LISTS = sorted(name for name, row in TABLE.items() if row.fill)
FRAGMENT = {"headers": {"HX-Request": "true"}}
_NEW_EACH_TIME = re.compile(
    rb"\b([A-Za-z0-9]{64}|[0-9a-f]{32})\b"
)  # the token of a form, the number of a request


def doors(address: str) -> dict[str, tuple[str, dict]]:
    """Every way to read the list, as address and further arguments."""
    ways = {
        "list": (address, {}),
        "count": (f"{address}?count=exact", {}),
        "file": (f"{address}?format=csv", {}),
    }
    return ways if is_api(address) else ways | {"fragment": (address, FRAGMENT)}


def read(caller: Caller, address: str) -> dict[str, tuple[int, bytes]]:
    """Status and content of every way to read the list."""
    found = {}
    for way, (url, extra) in doors(address).items():
        answer = caller.ask("GET", url, **extra)
        found[way] = (answer.status_code, _NEW_EACH_TIME.sub(b"", answer.getvalue()))
    return found


def own_place(row: Row) -> str:
    return "990101" if row.own_office else PLACES[row.level][0]


def far_place(row: Row) -> str:
    return "990102" if row.own_office else PLACES[row.level][-1]


def read_before_and_after(caller: Caller, name: str, world: World) -> tuple[dict, dict]:
    """What the list of somebody says before and after a row comes into the own county; one lies in the other."""
    row, address = TABLE[name], reverse(name)
    with time_machine.travel(timezone.now(), tick=False):
        row.fill(world.areas[far_place(row)])
        before = read(caller, address)
        row.fill(world.areas[own_place(row)])
        return before, read(caller, address)


@pytest.mark.parametrize("name", LISTS)
def test_a_stranger_reads_the_same_with_and_without_the_row(name, world):
    before, after = read_before_and_after(world.stranger, name, world)
    assert before == after


@pytest.mark.parametrize("name", LISTS)
def test_whoever_may_see_the_row_reads_it_in_every_way(name, world):
    before, after = read_before_and_after(world.insider, name, world)
    closed = set() if TABLE[name].offers_file else {"file"}
    assert {way: status for way, (status, _) in after.items()} == {
        way: 400 if way in closed else 200 for way in after
    }
    assert {way for way in after if before[way] == after[way]} == closed
