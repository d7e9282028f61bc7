"""Work orders over a dispute put into an area, between two seats nobody sits in."""

from collections.abc import Callable

from governance.areas.models import Area
from tests.factories import disputes, orders


def order(area: Area):
    case = disputes.make_accepted(area).case
    return orders.make_order(case, orders.make_seat(area), from_post=orders.make_seat(area, "发出单位"))


def order_to(step: str) -> Callable:
    return lambda area: {"pk": order(area).pk, "step": step}


def sending(kind: str) -> Callable:
    return lambda area: {"number": disputes.make_accepted(area).case.number, "kind": kind}
