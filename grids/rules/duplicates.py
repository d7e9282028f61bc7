"""What makes two rows of the roster look like one. Pure: rows in, pairs with their reasons out."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from rapidfuzz import fuzz

from grids.enums.duplicates import ALIKE, MOST_SHARING, DuplicateReason

Pairs = dict[tuple[int, int], list[str]]
_NOISE = re.compile(r"[\s\-_#·.。,，]|室|号房|房间?")


def plain_door(text: str) -> str:
    """A room or label without what people write differently: width, case, hyphens, zeros in front, 室."""
    text = _NOISE.sub("", unicodedata.normalize("NFKC", text).upper())
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", text)


def people_alike(people: Iterable[dict]) -> Pairs:
    """`people`: `id, household, name, birth_year, phone_index` of residents living in one community."""
    people = list(people)
    by_id = {person["id"]: person for person in people}
    found: Pairs = defaultdict(list)
    for pair in _sharing(people, lambda p: p["phone_index"]):
        if fuzz.ratio(*(by_id[pk]["name"] for pk in pair)) >= ALIKE:
            found[pair].append(DuplicateReason.PHONE)
    for pair in _sharing(people, lambda p: p["birth_year"] and (p["name"], p["birth_year"])):
        found[pair].append(DuplicateReason.NAME_AND_YEAR)
    for pair in _sharing(people, lambda p: (p["household"], p["name"])):
        found[pair].append(DuplicateReason.NAME_AT_HOME)
    return found


def doors_alike(doors: Iterable[dict]) -> Pairs:
    """`doors`: `id, area, unit, room, label` of the households of one community."""
    doors = list(doors)
    found: Pairs = defaultdict(list)
    for pair in _sharing(doors, lambda d: (d["area"], d["unit"], plain_door(d["room"]))):
        found[pair].append(DuplicateReason.DOOR)
    for pair in _sharing(doors, lambda d: (d["area"], plain_door(d["label"]), plain_door(d["room"]))):
        found[pair].append(DuplicateReason.LABEL)
    return found


def _sharing(rows: list[dict], key) -> Iterable[tuple[int, int]]:
    """Pairs of ids, the lower first, of rows with the same key; a key of too many says nothing."""
    groups = defaultdict(list)
    for row in rows:
        if value := key(row):
            groups[value].append(row["id"])
    for ids in groups.values():
        if 1 < len(ids) <= MOST_SHARING:
            yield from combinations(sorted(ids), 2)
