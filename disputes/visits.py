"""What a visit's dispute became, for the list of visits that wait; registered in `FOLLOW_UPS`."""

from disputes.models import Dispute


def opened_from_visit(visit):
    """The disputes opened from a visit: its key, or an outer query's."""
    return Dispute.objects.filter(visit=visit)
