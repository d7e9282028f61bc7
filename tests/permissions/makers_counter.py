"""Centres with their house, numbers and receipts, and the addresses that lead to them."""

from collections.abc import Callable

from disputes.actions.receipts import receipt_key
from governance.areas.models import Area
from tests.factories.counter import make_draft, make_ticket_in, make_window
from tests.factories.disputes import make_centre, make_dispute
from tests.factories.people import make_user


def centre(area: Area):
    return make_centre(area)


def ticket(area: Area):
    return make_ticket_in(area)


def ticket_to(step: str) -> Callable:
    return lambda area: {"pk": ticket(area).pk, "step": step}


def centre_part(area: Area) -> dict:
    return {"pk": make_centre(area).pk, "part": "windows"}


def window(area: Area) -> dict:
    house = make_centre(area)
    return {"pk": house.pk, "part": "windows", "row": make_window(house).pk}


def receipt(area: Area) -> dict:
    return {"key": receipt_key(make_dispute(area))}


def slip(area: Area) -> dict:
    return {"slip": ticket(area).token}


def draft(_area: Area) -> dict:
    """Somebody else's."""
    return {"pk": make_draft(make_user()).pk}
