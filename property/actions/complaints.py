from collections import defaultdict
from datetime import date

from django.db import connection, transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.scope import codes_above, demand
from grids.actions.events import report_event
from grids.enums.rights import EventRight
from grids.models import BuildingGroup, Compound, Event, EventCategory
from property.models import ComplaintCategory, ProjectComplaint, PropertyContract
from property.models.complaints import unbound_events

SWEPT_AT_ONCE = 500


@transaction.atomic
def load_complaint_categories(rows: list[dict]) -> None:
    """Write which categories of events a preset counts as complaints about property service."""
    for row in rows:
        ComplaintCategory.objects.get_or_create(category_id=row["code"])


def register_complaint(
    contract: PropertyContract, *, by, category: EventCategory, **report
) -> ProjectComplaint:
    """Report an event under a project: one entry, one number, the clock of events. `report` as `report_event`."""
    demand(by, EventRight.REPORT, contract.area_code)
    if today() not in contract.valid:
        raise Refused("not_running", _("这份合同今天不在期内，请到小区当前的物业项目登记投诉。"))
    if not ComplaintCategory.counted().filter(pk=category.pk).exists():
        raise Refused("not_a_complaint", _("“{}”不计入物业投诉，请选物业类别。").format(category))
    if not _same_place(report["area"].code, contract.area_code):
        raise Refused("elsewhere", _("事件的辖区不是这个小区所在的辖区，请改选辖区，或到那里的项目登记。"))
    with transaction.atomic():
        event, _created = report_event(by=by, category=category, **report)
        complaint, bound = ProjectComplaint.objects.get_or_create(
            event=event, defaults=_row_of(contract, event) | {"bound_by": by}
        )
        if bound:
            after = {"number": event.case.number}
            record("property.register_complaint", by=by, subject=contract, after=after)
        return complaint


def _same_place(code: str, other: str) -> bool:
    """One lies in the other."""
    return code.startswith(other) or other.startswith(code)


def bind_complaints(day: date) -> int:
    """Bind events of property categories to the project of the one compound they lie in; how many. Safe to repeat."""
    bound, last = 0, 0
    while True:
        rows = unbound_events(day).filter(pk__gt=last).order_by("pk").select_related("case")
        events = list(rows[:SWEPT_AT_ONCE])
        if not events:
            return bound
        bound += bind_events(events)
        last = events[-1].pk


@transaction.atomic
def bind_events(events: list[Event]) -> int:
    """Bind each event to the project that ran in its compound when it was reported, where there is one."""
    found = compounds_of(events)
    contracts = defaultdict(list)
    for contract in PropertyContract.objects.filter(compound__in=set(found.values())).select_related("area"):
        contracts[contract.compound_id].append(contract)
    rows = []
    for event in events:
        around = contracts[found[event.pk]] if event.pk in found else []
        running = [contract for contract in around if event.case.registered_on in contract.valid]
        rows += [ProjectComplaint(**_row_of(contract, event), event=event) for contract in running]
    for row in rows:
        row.place_in(row.area)
    return len(ProjectComplaint.objects.bulk_create(rows, ignore_conflicts=True))


def compounds_of(events: list[Event]) -> dict[int, int]:
    """The compound each event lies in, where there is but one it can be.

    Of a building, the building's own. Else those in the same grid or community: the one there is, or the one that the
    place names.
    """
    codes = {code for event in events for code in codes_above(event.case.area_code)}
    buildings = BuildingGroup.objects.filter(compound__isnull=False)
    own = dict(
        buildings.filter(area__in=[event.case.area_id for event in events]).values_list("area", "compound")
    )
    around = list(Compound.objects.filter(area_code__in=codes).values_list("area_code", "pk", "name"))
    return {
        event.pk: compound
        for event in events
        if (compound := own.get(event.case.area_id) or _nearby(event.case, around))
    }


def _nearby(case, around: list[tuple]) -> int | None:
    near = [(pk, name) for code, pk, name in around if case.area_code.startswith(code)]
    named = [pk for pk, name in near if name in case.place]
    found = named or [pk for pk, _name in near]
    return found[0] if len(found) == 1 else None


def follow_complaints() -> int:
    """Bring over when the cases of complaints were closed, or that they run again; how many had changed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "update property_projectcomplaint p set closed_on = c.closed_on from casework_case c"
            " where c.id = p.event_id and p.closed_on is distinct from c.closed_on"
        )
        return cursor.rowcount


def _row_of(contract: PropertyContract, event: Event) -> dict:
    case = event.case
    return {
        "contract": contract,
        "area": contract.area,
        "received_on": case.registered_on,
        "closed_on": case.closed_on,
    }
