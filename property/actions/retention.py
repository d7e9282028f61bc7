"""Who sat in a committee is forgotten some years after leaving it; that somebody did, and as what, stays."""

from datetime import date

from governance.audit.actions import forget
from grids.enums.public import CONTACTS_KEPT
from property.models import CommitteeMember


def forget_former_members(day: date) -> int:
    """Delete the names of members who left `CONTACTS_KEPT` before `day`. How many; telephones go with their posts."""
    rows = CommitteeMember.objects.filter(valid__endswith__lt=day - CONTACTS_KEPT).exclude(name_sealed="")
    return forget(rows, name_sealed="", name_masked="")
