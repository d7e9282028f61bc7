"""Fees of the last four quarters and the complaints of the year, of every project that runs."""

from demo.chance import chance
from demo.city import City
from governance.kernel.days import quarter_start
from grids.models import Event
from property.actions.complaints import bind_events
from property.models import ComplaintCategory, ProjectFee, PropertyContract
from property.models.fees import quarters_back

QUARTERS = 4
AT_ONCE = 500


def make_projects(city: City) -> None:
    _fees(city)
    _complaints()


def _fees(city: City) -> None:
    """Most collect some nine tenths, a few hardly half."""
    dice = chance("fees")
    quarters = quarters_back(quarter_start(city.today), QUARTERS + 1)[1:]
    contracts = PropertyContract.objects.live_on(city.today).select_related("compound").order_by("pk")
    rows = []
    for contract in contracts:
        due = contract.compound.floor_area * contract.fee_cents * 3 // 100
        usual = min(max(dice.gauss(0.88, 0.09), 0.42), 0.99)
        for quarter_on in quarters:
            share = min(max(usual + dice.uniform(-0.05, 0.05), 0), 1)
            rows.append(
                ProjectFee(
                    contract=contract,
                    area_id=contract.area_id,
                    area_code=contract.area_code,
                    quarter_on=quarter_on,
                    due_yuan=due,
                    received_yuan=int(due * share),
                )
            )
    ProjectFee.objects.bulk_create(rows, batch_size=2000)


def _complaints() -> None:
    """The events of property categories, bound as the sweep would have bound them in their time."""
    events = Event.objects.filter(category__in=ComplaintCategory.counted()).select_related("case")
    events = list(events.order_by("pk"))
    for first in range(0, len(events), AT_ONCE):
        bind_events(events[first : first + AT_ONCE])
