from django.db import transaction

from governance.audit.actions import record
from governance.people.models import User
from grids.models import Errand, NeedRequest


@transaction.atomic
def hand_need(need: NeedRequest, *, by: User | None, to: User, note: str) -> None:
    """Let somebody else see to an open need; the visit it came from still names who wrote it down."""
    before = need.worker_id
    need.worker = to
    need.save(update_fields=["worker"])
    record(
        "grids.hand_need",
        by=by,
        subject=need,
        before={"worker": before},
        after={"worker": to.pk},
        reason=note,
    )


@transaction.atomic
def hand_errand(errand: Errand, *, by: User | None, to: User, note: str) -> None:
    """Let somebody else run an errand on; its case says so to whoever reads it."""
    before = errand.worker_id
    errand.worker = to
    errand.save(update_fields=["worker"])
    errand.case.note("rehome", by=by, note=note)
    record(
        "grids.hand_errand",
        by=by,
        subject=errand,
        before={"worker": before},
        after={"worker": to.pk},
        reason=note,
    )
