"""Tasks and drafts of a dispute put into an area; each returns the arguments of its address."""

from governance.areas.models import Area
from tests.factories import disputes, orders, room


def task(area: Area) -> dict:
    found = disputes.make_accepted(area)
    return {"number": found.case.number, "pk": room.make_task(found, orders.make_seat(area)).pk}


def draft(area: Area) -> dict:
    found = disputes.make_accepted(area)
    room.make_draft(found)
    return {"number": found.case.number}
