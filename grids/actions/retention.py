"""What the privacy notices promise: who it was is forgotten some years after the matter is over."""

from datetime import date

from django.db import transaction

from governance.audit.actions import record
from grids.enums.public import CONTACTS_KEPT
from grids.models import EventReporter, Suggestion

BATCH = 500


def forget_contacts(day: date) -> int:
    """Delete names and telephones of what ended `CONTACTS_KEPT` before `day`; what was reported stays. How many."""
    before = day - CONTACTS_KEPT
    reporters = EventReporter.objects.filter(event__case__closed_on__lt=before).exclude(
        name="", phone_sealed=""
    )
    suggestions = Suggestion.objects.filter(closed_on__lt=before).exclude(phone_sealed="")
    bare = {"phone_sealed": "", "phone_masked": ""}
    return _forget(reporters, name="", phone_index="", phone_tail_index="", **bare) + _forget(
        suggestions, tail_index="", **bare
    )


def _forget(rows, **empty) -> int:
    total = 0
    while found := list(rows.order_by("pk").values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            rows.model.objects.filter(pk__in=found).update(**empty)
            after = {"model": rows.model._meta.label_lower, "rows": len(found)}
            record("personal.forget", by=None, after=after)
        total += len(found)
    return total
