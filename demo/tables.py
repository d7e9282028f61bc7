"""Registers that came as files, and neighbours entered twice, for somebody to put right."""

import uuid
from datetime import timedelta

from demo import words
from demo.chance import at, chance
from demo.city import YINXINYUAN, City
from governance.areas.models import Area
from governance.files.enums import ImportMode
from governance.files.models import TableImport
from governance.files.states import ImportState
from grids.actions.duplicates import find_duplicates
from grids.models import Household, Resident

# What a community brought in lately: ledger, file, right to see it, state, days ago, total, bad, new, changed.
FILES = [
    (
        "households",
        "银新苑南区住户名册（10月核对）.xlsx",
        "grids.roster",
        ImportState.DONE,
        41,
        1286,
        0,
        34,
        118,
    ),
    ("residents", "流动人口登记（街道下发）.xlsx", "grids.roster", ImportState.UNDONE, 40, 212, 9, 203, 0),
    ("residents", "流动人口登记（已核对）.xlsx", "grids.roster", ImportState.DONE, 39, 212, 0, 180, 23),
    ("care_tags", "民政特殊困难老年人名册.xlsx", "grids.roster", ImportState.DONE, 12, 96, 0, 17, 6),
]
TWICE = 5  # residents entered a second time
DOORS_TWICE = 2  # households whose room was written differently the second time


def make_tables(city: City) -> None:
    """Imports of the last weeks, without their files, which are kept for a month only; pairs to look at."""
    dice = chance("tables")
    community = Area.objects.get(code=YINXINYUAN)
    sender = city.people[("community_secretary", YINXINYUAN)]
    for key, name, right, state, ago, total, bad, new, changed in FILES:
        when = at(city.today - timedelta(days=ago), dice, first=9, last=17)
        TableImport.objects.create(
            layout=key,
            view_right=right,
            state=state,
            mode=ImportMode.GOOD_ROWS if bad else ImportMode.ALL_OR_NONE,
            file_name=name,
            sha256=f"{dice.getrandbits(256):064x}",
            total=total,
            bad=bad,
            new=new,
            changed=changed,
            same=total - bad - new - changed,
            created_by_id=sender,
            created_at=when,
            applied_at=when + timedelta(minutes=6),
            area=community,
        )
    _enter_twice(dice)
    find_duplicates(community, by=None)


def _enter_twice(dice) -> None:
    """A door written with 室 and a neighbour entered again beside it, as two people filling one list do."""
    homes = list(
        Household.objects.within(YINXINYUAN).filter(unit__gt=0).order_by("pk")[: TWICE + DOORS_TWICE]
    )
    for home in homes[:DOORS_TWICE]:
        twin = Household(
            area=home.area, unit=home.unit, floor=home.floor, room=f"{home.room}室", label=f"{home.label}室"
        )
        twin.route = home.route
        twin.save()
    for home in homes[DOORS_TWICE:]:
        known = home.residents.order_by("pk").first()
        if known is None:
            continue
        twin = Resident(
            household=home,
            area=home.area,
            name=known.name,
            birth_year=known.birth_year,
            residence=known.residence,
            seal_id=uuid.UUID(int=dice.getrandbits(128), version=4),
        )
        twin.seal_value("phone", known.open_value("phone") or words.phone(dice))
        twin.seal_value("id_no", "")
        twin.save()
