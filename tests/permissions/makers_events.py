"""Events and work lists put into an area, and the addresses that lead to them."""

from collections.abc import Callable
from itertools import cycle

from governance.areas.models import Area
from grids.states.events import EventState
from tests.factories import events

_codes = cycle(f"E{number:02d}" for number in range(1, 12))


def event(area: Area):
    return events.make_event(area)


def event_by_number(area: Area) -> dict:
    return {"number": event(area).case.number}


def event_to(step: str) -> Callable:
    return lambda area: {"number": event(area).case.number, "step": step}


def handled_event(area: Area) -> dict:
    return {"number": events.make_event(area, EventState.HANDLING).case.number}


def reporter(area: Area) -> dict:
    found = event(area)
    return {"number": found.case.number, "pk": events.make_reporter(found).pk}


def work_item(area: Area):
    return events.make_work_list_item(area, next(_codes))


def category(_area: Area) -> dict:
    return {"code": events.make_event_category("E0102").pk}
