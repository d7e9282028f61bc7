"""What the privacy notices promise: who it was is forgotten some years after the matter is over."""

from datetime import date

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat

from governance.audit.actions import forget
from grids.enums.public import CONTACTS_KEPT
from grids.models import BodyPost, EventReporter, Suggestion


def forget_contacts(day: date) -> int:
    """Delete names and telephones of what ended `CONTACTS_KEPT` before `day`; what was reported stays. How many."""
    bare = {"phone_sealed": "", "phone_masked": ""}
    return forget(reporters_over(day), name="", phone_index="", phone_tail_index="", **bare) + forget(
        suggestions_over(day), tail_index="", **bare
    )


def reporters_over(day: date):
    """Who reported an event that ended `CONTACTS_KEPT` before `day`, as far as still known."""
    over = EventReporter.objects.filter(event__case__closed_on__lt=day - CONTACTS_KEPT)
    return over.exclude(name="", phone_sealed="")


def suggestions_over(day: date):
    """Suggestions that ended `CONTACTS_KEPT` before `day`, with a telephone still."""
    return Suggestion.objects.filter(closed_on__lt=day - CONTACTS_KEPT).exclude(phone_sealed="")


def forget_former_holders(day: date) -> int:
    """Delete who held a post in a body that ended `CONTACTS_KEPT` before `day`; the post stays. How many.

    Each keeps an index of its own: two that are forgotten are not one person.
    """
    own = Concat(Value("forgotten:"), Cast(F("pk"), CharField()))
    bare = {"name_sealed": "", "name_masked": "", "phone_sealed": "", "phone_masked": ""}
    return forget(holders_over(day), person_index=own, **bare)


def holders_over(day: date):
    """Posts in bodies that ended `CONTACTS_KEPT` before `day` and still name somebody."""
    return BodyPost.objects.filter(valid__endswith__lt=day - CONTACTS_KEPT).exclude(name_sealed="")
