"""One project as its page shows it."""

from datetime import date, timedelta

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from governance.audit.enums import Right as AuditRight
from governance.people.models import User
from grids.enums.rights import EventRight
from property.enums import CONTRACT_NOTICE_DAYS, Right
from property.enums.projects import FEE_LOW_PERCENT, ProjectState
from property.models import ProjectComplaint, PropertyContract
from property.presenting.assessment import scores_panel

SHOWN_QUARTERS, SHOWN_COMPLAINTS = 8, 5


def project_page(contract: PropertyContract, user: User, day: date) -> dict:
    complaints = ProjectComplaint.objects.filter(contract=contract)
    code = contract.area_code
    return {
        "contract": contract,
        "look": state_look(contract.valid, day),
        "fees": list(contract.fees.order_by("-quarter_on")[:SHOWN_QUARTERS]),
        "fee_low_percent": FEE_LOW_PERCENT,
        "complaints": list(complaints.for_list().order_by("-received_on", "-pk")[:SHOWN_COMPLAINTS]),
        "counts": complaints.aggregate(
            all=Count("pk"), closed=Count("pk", filter=Q(closed_on__isnull=False))
        ),
        "others": list(_others(contract)),
        "scores": scores_panel(contract.compound, user, day),
        "is_over": contract.valid.upper is not None and contract.valid.upper <= day,
        "may_manage": user.may(Right.MANAGE, code),
        "may_reveal": user.may(AuditRight.REVEAL, code),
        "may_report": day in contract.valid and user.may(EventRight.REPORT, code),
        "may_read_events": user.may(EventRight.VIEW, code),
        "company_in_sight": contract.company is not None and user.may(Right.VIEW, contract.company.area_code),
    }


def _others(contract: PropertyContract):
    """The contracts of the compound before and after."""
    rows = PropertyContract.objects.filter(compound=contract.compound_id).exclude(pk=contract.pk)
    return rows.select_related("company").order_by("-valid")


def state_of(starts_on: date, ends_on: date | None, day: date) -> ProjectState:
    if starts_on > day:
        return ProjectState.COMING
    return ProjectState.ENDED if ends_on is not None and ends_on <= day else ProjectState.RUNNING


def state_look(valid, day: date) -> dict:
    """The badge of a contract as of a day: its state, and how many days are left when they are few."""
    state = state_of(valid.lower, valid.upper, day)
    if state == ProjectState.RUNNING and valid.upper is not None:
        left = valid.upper - day
        if left <= timedelta(days=CONTRACT_NOTICE_DAYS):
            return {"label": _("还有 {} 天届满").format(left.days), "tone": "near"}
    return {
        "label": state.label,
        "tone": {ProjectState.RUNNING: "ok", ProjectState.COMING: "primary", ProjectState.ENDED: "paused"}[
            state
        ],
        "icon": "archive" if state == ProjectState.ENDED else "",
    }
