"""What comes from phones that were without a signal."""

import uuid

from grids.models import Household, VisitConflict
from tests.factories.grids import make_visit


def make_conflict(household: Household, *, worker=None, content: dict | None = None) -> VisitConflict:
    """A visit that came again with other content."""
    visit = make_visit(household, worker=worker)
    return VisitConflict.objects.create(
        visit=visit,
        area=household.area,
        sender=visit.worker,
        content=content or {"household": household.pk, "outcome": "need", "way": "door", "note": "第二份"},
        content_hash=uuid.uuid4().hex,
    )
