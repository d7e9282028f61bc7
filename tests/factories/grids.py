"""Grids, households, visits and needs: minimal and lawful."""

import uuid
from datetime import timedelta
from itertools import count

from django.utils import timezone

from governance.areas.models import Area
from governance.kernel.days import local_date, today
from grids.models import (
    BuildingGroup,
    CareTag,
    Compound,
    Grid,
    Household,
    NeedRequest,
    Resident,
    Visit,
)
from tests.factories.people import make_user

_numbers = count(1)


def make_grid(area: Area, **fields) -> Grid:
    return Grid.objects.get_or_create(area=area, defaults=fields)[0]


def make_building(area: Area, *, households: int = 400, **fields) -> BuildingGroup:
    return BuildingGroup.objects.create(area=area, household_count=households, **fields)


def make_compound(area: Area, *, name: str = "", kind: str = "old", **fields) -> Compound:
    return Compound.objects.create(area=area, name=name or f"小区{next(_numbers)}", kind=kind, **fields)


def make_household(area: Area, *, unit: int = 1, floor: int = 1, room: str = "", **fields) -> Household:
    """A household in a building group, labelled and routed by its door."""
    room = room or str(100 * floor + next(_numbers))
    fields.setdefault("label", f"1号楼{unit}单元{room}")
    fields.setdefault("route", Household.route_of(unit, floor, room))
    return Household.objects.create(area=area, unit=unit, floor=floor, room=room, **fields)


def make_resident(
    household: Household, *, name: str = "欧阳修远", phone: str = "", id_no: str = "", **fields
):
    resident = Resident(household=household, area=household.area, name=name, **fields)
    resident.seal_value("phone", phone)
    resident.seal_value("id_no", id_no)
    resident.save()
    return resident


def make_tag(household: Household, *, kind: str = "living_alone", days: int = 300, **fields) -> CareTag:
    fields.setdefault("from_on", today() - timedelta(days=1))
    return CareTag.objects.create(
        household=household,
        area=household.area,
        kind=kind,
        basis="民政名册",
        expires_on=today() + timedelta(days=days),
        **fields,
    )


def make_visit(
    household: Household, *, worker=None, outcome: str = "normal", ago: int = 0, **fields
) -> Visit:
    """A visit `ago` days back, past the verb."""
    at = timezone.now() - timedelta(days=ago)
    return Visit.objects.create(
        client_uuid=uuid.uuid4(),
        worker=worker or make_user(),
        household=household,
        area=household.area,
        outcome=outcome,
        visited_at=at,
        visited_on=local_date(at),
        captured_at=at,
        **fields,
    )


def make_need(household: Household, *, worker=None, state: str = "open", on=None, **fields) -> NeedRequest:
    """A need in a state, closed on the day `on` (today)."""
    day = on or today()
    fields.setdefault("text", "楼道灯不亮")
    return NeedRequest.objects.create(
        household=household,
        area=household.area,
        worker=worker or make_user(),
        state=state,
        closed_on=None if state == "open" else day,
        solved_on=day if state == "solved" else None,
        **fields,
    )
