"""Whether a case was taken up in time."""

from datetime import date, timedelta

from django.db.models import F

from governance.casework.models import Case
from governance.kernel.days import today


def mark_not_accepted(day: date | None = None) -> int:
    """Note of every case that nobody accepted or declined by its limit that it is late; answers how many.

    The date follows from the limit, so that a late sweep writes what a punctual one would have written.
    """
    waiting = Case.objects.filter(accept_late_on=None, accepted_on=None, closed_on=None)
    overdue = waiting.filter(accept_due_on__lt=day or today())
    return overdue.update(accept_late_on=F("accept_due_on") + timedelta(days=1))
