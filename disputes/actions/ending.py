"""How mediation ends without an agreement, and what every end has in common (人民调解法 第17、23、26条)."""

from django.db import transaction

from disputes.models import Dispute
from governance.casework.actions.cases import begin_step, take_step
from governance.casework.actions.clocks import start_limit
from governance.casework.enums import Limit, Outcome
from governance.casework.models import Case
from governance.kernel.days import today
from governance.people.models import User


def ended(case: Case, outcome: str) -> dict:
    """The fields of an end: what came of it, and the limit to call back."""
    resolved_on = today() if outcome == Outcome.RESOLVED else None
    running = {"paused_at": None, "remaining": None, "resume_on": None}
    return {"outcome": outcome, "resolved_on": resolved_on, **running, **start_limit(case, Limit.FOLLOW_UP)}


@transaction.atomic
def fail_mediation(
    dispute: Dispute, *, by: User, note: str, told_paths: bool = False, version: int | None = None
) -> None:
    """调解不成. The parties must be told what else is open to them (第26条)."""
    case = begin_step(dispute.case, "fail", by=by, version=version)
    if told_paths:
        dispute.told_paths_on = today()
        dispute.save(update_fields=["told_paths_on"])
    take_step(case, "fail", by=by, note=note, **ended(case, Outcome.FAILED))


@transaction.atomic
def refuse_mediation(dispute: Dispute, *, by: User, note: str, version: int | None = None) -> None:
    """当事人拒绝: mediation ends at once; nobody is mediated against their will (第17、23条)."""
    case = begin_step(dispute.case, "refuse", by=by, version=version)
    take_step(case, "refuse", by=by, note=note, **ended(case, Outcome.REFUSED))
