"""Mediation, and the ways it ends (人民调解法 第20–31条)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from disputes.enums.disputes import Method, Track
from disputes.enums.mediation import AgreementForm
from disputes.models import Agreement, AgreementParty, Dispute, MediationSession
from governance.casework.actions.cases import begin_step, take_step
from governance.casework.actions.clocks import pause_clock, resume_clock, start_limit
from governance.casework.enums import Limit, Outcome
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people.models import User

AGREEING = {AgreementForm.WRITTEN: "agree_in_writing", AgreementForm.ORAL: "agree_orally"}


@transaction.atomic
def start_mediation(
    dispute: Dispute, *, by: User, note: str = "", version: int | None = None, place: str = ""
) -> None:
    """开始调解: the mediator is who starts, the first sitting is today."""
    case = begin_step(dispute.case, "start_mediation", by=by, version=version)
    dispute.mediator = by
    dispute.save(update_fields=["mediator"])
    MediationSession.objects.create(dispute=dispute, place=place, record=note, mediator=by)
    take_step(case, "start_mediation", by=by, note=note)


@transaction.atomic
def suspend_dispute(
    dispute: Dispute, *, by: User, note: str, resume_on: date | None = None, version: int | None = None
) -> None:
    """中止. The clock stops."""
    case = begin_step(dispute.case, "suspend", by=by, version=version)
    take_step(case, "suspend", by=by, note=note, **pause_clock(case, resume_on=resume_on))


@transaction.atomic
def resume_dispute(dispute: Dispute, *, by: User, note: str = "", version: int | None = None) -> None:
    """恢复. The clock runs on with what was left."""
    case = begin_step(dispute.case, "resume", by=by, version=version)
    changes = resume_clock(case) if case.paused_at else {}
    take_step(case, "resume", by=by, note=note, **changes)


@transaction.atomic
def record_agreement(
    dispute: Dispute,
    *,
    by: User,
    form: str,
    content: str,
    parties,
    effective_on: date | None = None,
    amount_cents: int | None = None,
    method: str = Method.PEOPLES,
    note: str = "",
    version: int | None = None,
) -> Agreement:
    """达成协议, in writing or orally, by the `parties` given. The dispute is settled as of today."""
    step = AGREEING[form]
    case = begin_step(dispute.case, step, by=by, version=version)
    agreement = Agreement.objects.create(
        dispute=dispute,
        form=form,
        content=content,
        effective_on=today() if form == AgreementForm.ORAL else effective_on or today(),
        amount_cents=amount_cents,
    )
    for party in dispute.parties.filter(pk__in=[party.pk for party in parties]):
        AgreementParty.objects.create(agreement=agreement, party=party)
    dispute.method = method
    dispute.save(update_fields=["method"])
    take_step(case, step, by=by, note=note, **_ended(case, Outcome.RESOLVED))
    return agreement


@transaction.atomic
def fail_mediation(
    dispute: Dispute, *, by: User, note: str, told_paths: bool = False, version: int | None = None
) -> None:
    """调解不成. The parties must be told what else is open to them (第26条)."""
    case = begin_step(dispute.case, "fail", by=by, version=version)
    if told_paths:
        dispute.told_paths_on = today()
        dispute.save(update_fields=["told_paths_on"])
    take_step(case, "fail", by=by, note=note, **_ended(case, Outcome.FAILED))


@transaction.atomic
def refuse_mediation(dispute: Dispute, *, by: User, note: str, version: int | None = None) -> None:
    """当事人拒绝: mediation ends at once; nobody is mediated against their will (第17、23条)."""
    case = begin_step(dispute.case, "refuse", by=by, version=version)
    take_step(case, "refuse", by=by, note=note, **_ended(case, Outcome.REFUSED))


@transaction.atomic
def redirect_dispute(
    dispute: Dispute,
    *,
    by: User,
    note: str,
    track: str,
    external_number: str = "",
    version: int | None = None,
) -> None:
    """导入其他渠道: arbitration, court and so on go on under a number of their own."""
    case = begin_step(dispute.case, "redirect", by=by, version=version)
    if track not in Track.values:
        raise Refused("unknown_track", _("不认识这个渠道，请从列表中选择。"))
    dispute.track, dispute.external_number = track, external_number
    dispute.save(update_fields=["track", "external_number"])
    changes = _ended(case, Outcome.REDIRECTED) | {"due_at": None, "closed_on": today()}
    take_step(case, "redirect", by=by, note=note, **changes)


def _ended(case, outcome: str) -> dict:
    """The fields of an end: what came of it, and the limit to call back."""
    resolved_on = today() if outcome == Outcome.RESOLVED else None
    running = {"paused_at": None, "remaining": None, "resume_on": None}
    return {"outcome": outcome, "resolved_on": resolved_on, **running, **start_limit(case, Limit.FOLLOW_UP)}
