"""A committee as page and API show it: who sits in it on a day, and what deserves a second look."""

from datetime import date

from governance.audit.enums import Right as AuditRight
from governance.people.models import User
from property.enums import Right
from property.models import OwnersCommittee
from property.rules.committees import warnings_of


def committee_page(committee: OwnersCommittee, user: User, day: date) -> dict:
    members = list(committee.members.order_by("title", "valid", "pk"))
    live = [member for member in members if day in member.valid]
    upper = committee.valid.upper
    return {
        "committee": committee,
        "members": live,
        "former": [member for member in members if member not in live],
        "warnings": warnings_of(committee, live, day),
        "is_live": upper is None or day < upper,
        "may_manage": user.may(Right.MANAGE, committee.area_code),
        "may_reveal": user.may(AuditRight.REVEAL, committee.area_code),
    }
