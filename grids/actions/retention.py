"""What the privacy notices promise: who it was is forgotten some years after the matter is over."""

from datetime import date

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat

from governance.audit.actions import forget
from grids.enums.public import CONTACTS_KEPT
from grids.models import BodyPost, EventReporter, Suggestion


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


def forget_former_holders(day: date) -> int:
    """Delete who held a post in a body that ended `CONTACTS_KEPT` before `day`; the post stays. How many.

    Each keeps an index of its own: two that are forgotten are not one person.
    """
    rows = BodyPost.objects.filter(valid__endswith__lt=day - CONTACTS_KEPT).exclude(name_sealed="")
    own = Concat(Value("forgotten:"), Cast(F("pk"), CharField()))
    bare = {"name_sealed": "", "name_masked": "", "phone_sealed": "", "phone_masked": ""}
    return forget(rows, person_index=own, **bare)
