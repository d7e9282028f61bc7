"""What the privacy notices promise: who it was is forgotten some years after the matter is over."""

from datetime import date

from governance.audit.actions import forget
from grids.enums.public import CONTACTS_KEPT
from grids.models import EventReporter, Suggestion


def forget_contacts(day: date) -> int:
    """Delete names and telephones of what ended `CONTACTS_KEPT` before `day`; what was reported stays. How many."""
    before = day - CONTACTS_KEPT
    reporters = EventReporter.objects.filter(event__case__closed_on__lt=before).exclude(
        name="", phone_sealed=""
    )
    suggestions = Suggestion.objects.filter(closed_on__lt=before).exclude(phone_sealed="")
    bare = {"phone_sealed": "", "phone_masked": ""}
    return forget(reporters, name="", phone_index="", phone_tail_index="", **bare) + forget(
        suggestions, tail_index="", **bare
    )
