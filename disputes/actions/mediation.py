"""At the table: mediation begins, pauses, goes on, is done with other organs (人民调解法 第19–24条)."""

from datetime import date

from django.db import transaction

from disputes.models import Dispute, MediationSession
from governance.casework.actions.cases import begin_step, take_step
from governance.casework.actions.clocks import pause_clock, resume_clock
from governance.casework.actions.ordering import whistle
from governance.kernel.lifecycle import demand_reason
from governance.people.models import Post, User


@transaction.atomic
def start_mediation(
    dispute: Dispute,
    *,
    by: User,
    note: str = "",
    version: int | None = None,
    place: str = "",
    is_open: bool = False,
    mediator_chosen: bool = False,
) -> None:
    """开始调解: the mediator is who starts, chosen by the parties or not (第19条); the first sitting is today."""
    case = begin_step(dispute.case, "start_mediation", by=by, version=version)
    dispute.mediator, dispute.mediator_chosen = by, mediator_chosen
    dispute.save(update_fields=["mediator", "mediator_chosen"])
    _first_sitting(dispute, by=by, note=note, place=place, is_open=is_open)
    take_step(case, "start_mediation", by=by, note=note)


@transaction.atomic
def suspend_dispute(
    dispute: Dispute, *, by: User, note: str, resume_on: date | None = None, version: int | None = None
) -> None:
    """中止. The clock stops."""
    case = begin_step(dispute.case, "suspend", by=by, version=version)
    take_step(case, "suspend", by=by, note=note, **pause_clock(case, resume_on=resume_on))


@transaction.atomic
def resume_dispute(
    dispute: Dispute, *, by: User, step: str = "resume", note: str = "", version: int | None = None
) -> None:
    """恢复, alone or jointly as it was. The clock runs on with what was left."""
    case = begin_step(dispute.case, step, by=by, version=version)
    changes = resume_clock(case) if case.paused_at else {}
    take_step(case, step, by=by, note=note, **changes)


@transaction.atomic
def open_joint(
    dispute: Dispute, *, by: User, note: str, organs: list[Post] = (), version: int | None = None
) -> None:
    """联调联处: other offices are whistled for and come to the table; the owner stays the owner and leads."""
    case = begin_step(dispute.case, "open_joint", by=by, version=version)
    demand_reason(case.STEPS["open_joint"], note)
    if organs:
        whistle(case, by=by, posts=organs, reason=note)
    if not dispute.mediator_id:
        dispute.mediator = by
        dispute.save(update_fields=["mediator"])
        _first_sitting(dispute, by=by, note=note)
    take_step(case, "open_joint", by=by, note=note, is_joint=True)


@transaction.atomic
def close_joint(dispute: Dispute, *, by: User, note: str, version: int | None = None) -> None:
    """结束联调: the owner goes on alone; that several organs took part stays on the case."""
    case = begin_step(dispute.case, "close_joint", by=by, version=version)
    take_step(case, "close_joint", by=by, note=note)


def _first_sitting(dispute: Dispute, *, by: User, note: str, place: str = "", is_open: bool = False) -> None:
    MediationSession.objects.create(dispute=dispute, place=place, is_open=is_open, record=note, mediator=by)
