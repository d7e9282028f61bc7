"""One compound as the property office reads it, with what every other app shows of it."""

from datetime import date

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, OuterRef, Q, Subquery

from governance.kernel.days import today
from governance.people.models import User
from grids.enums.rights import EventRight
from grids.panels import panels_of
from property.enums import Right
from property.models import (
    ManagedCompound,
    OwnersCommittee,
    OwnersMeeting,
    ProjectFee,
    PropertyContract,
)
from property.presenting.assessment import scores_panel

SHOWN_MEETINGS = 5


def compound_page(compound: ManagedCompound, user: User, day: date) -> dict:
    """As of a day; the database keeps contracts and committees one at a time."""
    contracts = list(_contracts(compound, user, day))
    committees = list(_committees(compound, user, day))
    contract, committee = _of_day(contracts, day), _of_day(committees, day)
    meetings = OwnersMeeting.objects.for_user(user).filter(compound=compound)
    return {
        "compound": compound,
        "day": day,
        "contract": contract,
        "committee": committee,
        "contracts": contracts,
        "committees": committees,
        "meetings": meetings.order_by("-meeting_on", "-pk")[:SHOWN_MEETINGS],
        "company_in_sight": bool(contract and contract.company)
        and user.may(Right.VIEW, contract.company.area_code),
        "may_manage": user.may(Right.MANAGE, compound.area_code),
        "may_report": day == today() and user.may(EventRight.REPORT, compound.area_code),
        "scores": scores_panel(compound, user, day),
        "panels": panels_of(compound, user, day),
    }


def _contracts(compound: ManagedCompound, user: User, day: date):
    """Each with its complaints and the fees of the last quarter entered."""
    closed = Q(complaints__closed_on__lte=day)
    last = ProjectFee.objects.filter(contract=OuterRef("pk"), quarter_on__lte=day).order_by("-quarter_on")
    rows = PropertyContract.objects.for_user(user).filter(compound=compound).select_related("company")
    return rows.annotate(
        complaint_count=Count("complaints", filter=Q(complaints__received_on__lte=day)),
        closed_count=Count("complaints", filter=closed),
        fee_due=Subquery(last.values("due_yuan")[:1]),
        fee_received=Subquery(last.values("received_yuan")[:1]),
        fee_quarter_on=Subquery(last.values("quarter_on")[:1]),
    ).order_by("-valid")


def _committees(compound: ManagedCompound, user: User, day: date):
    """Each with the masked names of who sat in it on the day."""
    sitting = Q(members__valid__contains=day)
    names = ArrayAgg("members__name_masked", filter=sitting, order_by="members__pk", default=[])
    rows = OwnersCommittee.objects.for_user(user).filter(compound=compound)
    return rows.annotate(member_names=names).order_by("-valid")


def _of_day(rows: list, day: date):
    return next((row for row in rows if day in row.valid), None)
