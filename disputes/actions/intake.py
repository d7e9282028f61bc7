"""From registration to a seat that mediates."""

from django.db import transaction
from django.utils.translation import gettext as _

from disputes.models import Dispute
from disputes.states import STEPS, DisputeState
from governance.areas.models import Area
from governance.casework.actions import extensions
from governance.casework.actions.cases import begin_step, escalate_case, owner_changes, take_step
from governance.casework.actions.clocks import second_return, start_limit
from governance.casework.enums import Limit, Outcome
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import demand_step
from governance.people.models import Post, User


@transaction.atomic
def accept_dispute(
    dispute: Dispute, *, by: User, note: str = "", version: int | None = None, complexity: str = ""
) -> None:
    """受理. The limit to settle begins today, by how hard the dispute is."""
    case = begin_step(dispute.case, "accept", by=by, version=version)
    if complexity:
        dispute.complexity = complexity
        dispute.save(update_fields=["complexity"])
    limit = start_limit(case, Limit.HANDLE, complexity=dispute.complexity)
    take_step(case, "accept", by=by, note=note, accepted_on=today(), **limit)


@transaction.atomic
def decline_dispute(
    dispute: Dispute, *, by: User, note: str, right_path: str = "", version: int | None = None
) -> None:
    """不予受理, with the reason and the right path told."""
    case = begin_step(dispute.case, "decline", by=by, version=version)
    dispute.right_path = right_path
    dispute.full_clean(validate_unique=False)
    dispute.save(update_fields=["right_path"])
    take_step(case, "decline", by=by, note=note, outcome=Outcome.DECLINED, due_at=None, closed_on=today())


@transaction.atomic
def assign_dispute(
    dispute: Dispute, *, by: User, post: Post, note: str = "", version: int | None = None
) -> None:
    """分派 to a seat; the limit runs on."""
    case = begin_step(dispute.case, "assign", by=by, version=version)
    take_step(case, "assign", by=by, note=note, **owner_changes(case, post))


@transaction.atomic
def return_dispute(dispute: Dispute, *, by: User, note: str, version: int | None = None) -> None:
    """退回 to whoever assigned, with the reason; the second time to the centre that supervises."""
    case = begin_step(dispute.case, "return", by=by, version=version)
    take_step(case, "return", by=by, note=note, **second_return(case))


def escalate_dispute(dispute: Dispute, *, by: User, to: Area, note: str, version: int | None = None) -> None:
    """升级 to an area above."""
    if dispute.case.state == DisputeState.SUSPENDED:
        demand_step(dispute.case, STEPS["escalate"], by)
        raise Refused("paused", _("已中止的纠纷计时已停，不能升级。请先恢复调解，再升级。"))
    escalate_case(dispute.case, by=by, to=to, note=note, version=version)


def ask_extension(dispute: Dispute, **given) -> None:
    """申请延期, see `casework.actions.extensions`."""
    extensions.ask_extension(dispute.case, **given)


def grant_extension(dispute: Dispute, **given) -> None:
    """批准延期, one level up."""
    extensions.grant_extension(dispute.case, **given)


def refuse_extension(dispute: Dispute, **given) -> None:
    """不同意延期, with the reason."""
    extensions.refuse_extension(dispute.case, **given)
