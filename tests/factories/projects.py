"""Fees of projects and complaints about them, set past the verbs."""

from datetime import date

from grids.models import Event
from property.models import ComplaintCategory, ProjectComplaint, ProjectFee, PropertyContract
from tests.factories.events import make_event, make_event_category


def count_as_complaints(code: str = "E10") -> ComplaintCategory:
    return ComplaintCategory.objects.get_or_create(category=make_event_category(code))[0]


def make_fee(
    contract: PropertyContract, quarter_on: date, *, due: int = 100_000, received: int = 60_000
) -> ProjectFee:
    return ProjectFee.objects.create(
        contract=contract, area=contract.area, quarter_on=quarter_on, due_yuan=due, received_yuan=received
    )


def make_complaint(
    contract: PropertyContract, state: str = "handling", *, event: Event | None = None, **fields
) -> ProjectComplaint:
    event = event or make_event(contract.area, state, category="E1005", **fields)
    return ProjectComplaint.objects.create(
        contract=contract,
        area=contract.area,
        event=event,
        received_on=event.case.registered_on,
        closed_on=event.case.closed_on,
    )
