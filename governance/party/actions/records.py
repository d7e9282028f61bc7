"""A dated change goes on record twice: in the organisation's own history, and in the trail."""

from datetime import date

from governance.audit.actions import record
from governance.party.models import PartyOrg, PartyOrgChange


def put_on_record(
    action: str,
    org: PartyOrg,
    kind: str,
    *,
    by,
    on: date,
    approved_no: str = "",
    other: PartyOrg | None = None,
    note: str = "",
    reason: str = "",
    before: dict | None = None,
    **after,
) -> None:
    """Write what changed, from which day, on which approval, and by whom."""
    PartyOrgChange.objects.create(
        org=org, kind=kind, on=on, approved_no=approved_no, other=other, note=note or reason
    )
    after |= {"on": on} | ({"approved_no": approved_no} if approved_no else {})
    record(f"party.{action}", by=by, subject=org, before=before, after=after, reason=reason)
