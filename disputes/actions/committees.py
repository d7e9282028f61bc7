from django.core.exceptions import PermissionDenied
from django.db import transaction

from disputes.enums.rights import Right
from disputes.models import Committee
from governance.audit.actions import record
from governance.people.models import User


@transaction.atomic
def save_committee(committee: Committee, *, by: User, **fields) -> Committee:
    """Register a people's mediation committee, or write down what changed. Numbers already given stay as they are."""
    for name, value in fields.items():
        setattr(committee, name, value)
    committee.place_in(committee.area)
    if not by.may(Right.TEMPLATES, committee.area_code):
        raise PermissionDenied
    committee.full_clean()
    committee.save()
    after = {"name": committee.name, "short_word": committee.short_word, "members": committee.member_count}
    record("committee.save", by=by, subject=committee, after=after)
    return committee
