"""Households on the workers' lists, who lives there, and who needs a closer look."""

import uuid
from datetime import timedelta

from demo import words
from demo.chance import Wheel, chance
from demo.city import YINXINYUAN, City
from demo.copying import Ids, copy_rows
from governance.kernel.masking import mask_phone
from governance.kernel.sealing import blind_index, seal
from grids.enums.roster import CareKind, Occupancy, Residence
from grids.models import CareTag, Household, Resident

A_GRID, A_STEWARD_GRID = 6, 24  # households on the list of a grid
TAGGED = 0.22
TAGS = {
    CareKind.LIVING_ALONE: ("民政特殊困难老年人名册", 30),
    CareKind.LOW_INCOME: ("民政低保名册", 22),
    CareKind.DISABLED: ("残联持证名册", 20),
    CareKind.VETERAN: ("退役军人优待证登记", 12),
    CareKind.LEFT_BEHIND_CHILD: ("民政留守儿童台账", 8),
    CareKind.PREGNANT: ("本人申请", 8),
}

TAG_KINDS = Wheel({kind: weight for kind, (_, weight) in TAGS.items()})
OCCUPANCY = Wheel({Occupancy.OWN: 80, Occupancy.LET: 17, Occupancy.EMPTY: 3})
RESIDENCE = Wheel({Residence.LOCAL: 78, Residence.ARRIVED: 20, Residence.AWAY: 2})


def make_roster(city: City) -> None:
    """Households, residents and care tags."""
    ids = {model: Ids(model) for model in (Household, Resident, CareTag)}
    rows = {model: [] for model in ids}
    dice = chance("roster")
    for index, plot in enumerate(city.plots):
        for number in range(A_STEWARD_GRID if plot.community == YINXINYUAN else A_GRID):
            building = plot.buildings[number % len(plot.buildings)]
            household = next(ids[Household])
            city.households.append((household, index))
            rows[Household].append(_household(household, building, number, plot.is_urban, dice))
            people = [
                _resident(next(ids[Resident]), household, building, first, dice) for first in _family(dice)
            ]
            rows[Resident] += people
            if dice.random() < TAGGED:
                rows[CareTag].append(
                    _tag(next(ids[CareTag]), household, people[0][0], building, city.today, dice)
                )
    for model, columns in {Household: HOUSEHOLD, Resident: RESIDENT, CareTag: TAG}.items():
        copy_rows(model, columns, rows[model])
        ids[model].settle()


HOUSEHOLD = ["id", "area_id", "area_code", "unit", "floor", "room", "label", "route", "occupancy"]
TAG = ["id", "area_id", "area_code", "household_id", "resident_id", "kind", "basis", "from_on", "expires_on"]
RESIDENT = [
    "id", "area_id", "area_code", "seal_id", "household_id", "name", "birth_year", "residence", "is_contact",
    "phone_sealed", "phone_masked", "phone_index", "id_no_sealed", "id_no_masked", "id_no_index",
]  # fmt: skip


def _household(pk: int, building, number: int, is_urban: bool, dice) -> tuple:
    floor = dice.randint(1, 6) if is_urban else 1
    unit = dice.randint(1, 4) if is_urban else 0
    room = f"{floor}0{number % 9 + 1}" if is_urban else str(number + 1)
    name = (
        f"{building.name.removesuffix('院')}{unit}单元{room}"
        if is_urban
        else f"{building.name}{number + 1}号院"
    )
    room = f"{room}-{number}" if number >= 9 else room
    occupancy = OCCUPANCY.spin(dice)
    return (
        pk, building.area_id, building.code, unit, floor, room, name, Household.route_of(unit, floor, room), occupancy,
    )  # fmt: skip


def _family(dice) -> list[bool]:
    """Who is entered: one contact, and now and then a second person."""
    return [True, False] if dice.random() < 0.4 else [True]


def _resident(pk: int, household: int, building, is_contact: bool, dice) -> tuple:
    key = uuid.UUID(int=dice.getrandbits(128), version=4)
    phone = words.phone(dice) if is_contact else ""
    born = dice.randint(1938, 2004)
    residence = RESIDENCE.spin(dice)
    return (
        pk, building.area_id, building.code, str(key), household, words.person(dice), born, residence, is_contact,
        seal(phone, f"{Resident._meta.db_table}.phone:{key}"), mask_phone(phone) if phone else "",
        blind_index("phone", phone), "", "", "",
    )  # fmt: skip


def _tag(pk: int, household: int, resident: int, building, today, dice) -> tuple:
    kind = TAG_KINDS.spin(dice)
    begun = today - timedelta(days=dice.randint(10, 300))
    ends = today + timedelta(days=dice.randint(40, 360))
    return (pk, building.area_id, building.code, household, resident, kind, TAGS[kind][0], begun, ends)
