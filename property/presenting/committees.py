"""A committee as page and API show it: who sits in it on a day, and what deserves a second look."""

from datetime import date

from governance.audit.enums import Right as AuditRight
from governance.people.models import User
from property.enums import Right
from property.models import OwnersCommittee
from property.rules.committees import warnings_of


def committee_page(committee: OwnersCommittee, user: User, day: date) -> dict:
    members = list(
        committee.members.with_crossing(day).select_related("post").order_by("title", "valid", "pk")
    )
    live = [member for member in members if day in member.valid]
    return {
        "committee": committee,
        "members": live,
        "unknown": sum(member.post_id is None for member in live),
        "former": [member for member in members if member not in live],
        "warnings": warnings_of(committee, live, day),
        "is_live": not committee.has_ended,
        "may_manage": user.may(Right.MANAGE, committee.area_code),
        "may_reveal": user.may(AuditRight.REVEAL, committee.area_code),
    }
