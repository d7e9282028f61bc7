"""Performance of an agreement under supervision (人民调解法 第31条)."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.actions.agreements import write_obligations
from disputes.enums.rights import Right
from disputes.models import Agreement, Dispute, Obligation
from disputes.states import DisputeState
from governance.audit.actions import record
from governance.casework.actions.cases import begin_step, take_step
from governance.casework.actions.clocks import start_limit, until
from governance.casework.clock import next_tick
from governance.casework.enums import Limit
from governance.casework.models import Case
from governance.files.models import Attachment
from governance.kernel.days import today
from governance.kernel.errors import Refused, refuse_if_invalid
from governance.kernel.wording import office_language
from governance.people.models import User

_LAST_MOMENT = time(23, 59, 59)


@transaction.atomic
def start_performance(
    dispute: Dispute,
    *,
    by: User,
    obligations: Iterable[dict] = (),
    note: str = "",
    version: int | None = None,
) -> None:
    """开始履行: the case waits for what is due next."""
    case = begin_step(dispute.case, "start_performance", by=by, version=version)
    agreement = dispute.agreements.in_force()
    if agreement is not None:
        write_obligations(agreement, obligations)
    take_step(case, "start_performance", by=by, note=note, **_until_next(agreement))


@transaction.atomic
def perform_dispute(dispute: Dispute, *, by: User, note: str = "", version: int | None = None) -> None:
    """履行完毕: nothing is owed any more; the parties are called back."""
    case = begin_step(dispute.case, "perform", by=by, version=version)
    take_step(case, "perform", by=by, note=note, **start_limit(case, Limit.FOLLOW_UP))


@transaction.atomic
def default_dispute(dispute: Dispute, *, by: User, note: str, version: int | None = None) -> None:
    """未履行: enforcement when the court has confirmed the agreement, a suit otherwise."""
    case = begin_step(dispute.case, "default", by=by, version=version)
    take_step(case, "default", by=by, note=note, **start_limit(case, Limit.FOLLOW_UP))


@transaction.atomic
def resume_performance(dispute: Dispute, *, by: User, note: str = "", version: int | None = None) -> None:
    """继续履行: who defaulted performs after all."""
    case = begin_step(dispute.case, "resume_performance", by=by, version=version)
    take_step(case, "resume_performance", by=by, note=note, **_until_next(dispute.agreements.in_force()))


@transaction.atomic
def perform_obligation(
    obligation: Obligation,
    *,
    by: User,
    performed_on: date | None = None,
    receipt_note: str = "",
    receipt: Attachment | None = None,
) -> None:
    """登记履行: what was owed has come, with a word or a picture of the receipt if there is one."""
    obligation, case = _hold(obligation, by)
    performed_on = performed_on or today()
    if not obligation.agreement.effective_on <= performed_on <= today():
        raise Refused("performed_outside", _("履行日期应当在协议生效之后、今天之前，请改正。"))
    obligation.performed_on, obligation.receipt_note, obligation.receipt = performed_on, receipt_note, receipt
    _end(obligation, case, "obligation.perform", by=by, note=receipt_note)


@transaction.atomic
def release_obligation(obligation: Obligation, *, by: User, note: str) -> None:
    """不再履行: given up by whoever it is owed to, or gone on to enforcement or suit; with the reason."""
    obligation, case = _hold(obligation, by)
    if not note.strip():
        raise Refused("reason_required", _("不再履行需要写明原因，请补充后再提交。"))
    obligation.released_on, obligation.release_note = today(), note
    _end(obligation, case, "obligation.release", by=by, note=note)


def _hold(obligation: Obligation, by: User) -> tuple[Obligation, Case]:
    """Lock the case and the obligation, so that two receipts of one debt are told apart."""
    case_id = obligation.agreement.dispute_id
    case = Case.objects.select_for_update(of=("self",)).select_related("area").get(pk=case_id)
    if not by.may(Right.MEDIATE, case.area_code):
        raise PermissionDenied
    held = Obligation.objects.select_related("agreement", "obliged").get(pk=obligation.pk)
    if not held.is_open:
        raise Refused("already_ended", _("这一项已经登记过了。请刷新页面查看最新进展。"))
    if case.closed_on is not None or held.agreement.is_draft:
        raise Refused("wrong_state", _("已经结案或者协议还没有生效，不能登记履行。请刷新页面查看最新进展。"))
    return held, case


def _end(obligation: Obligation, case: Case, action: str, *, by: User, note: str) -> None:
    refuse_if_invalid(obligation)
    obligation.save()
    with office_language():
        words = _("{name}：{what}").format(name=obligation.obliged.shown_name, what=obligation.what)
    case.note(action, by=by, note="\n".join([words, note]).strip())
    record(action, by=by, subject=obligation, after={"what": obligation.what}, reason=note)
    changes = {"version": case.version + 1}
    if case.state == DisputeState.PERFORMING and obligation.agreement.obligations.open().exists():
        changes |= _until_next(obligation.agreement)
    for name, value in changes.items():
        setattr(case, name, value)
    case.tick_at = next_tick(case, after=timezone.now())
    case.save(update_fields=[*changes, "tick_at"])


def _until_next(agreement: Agreement | None) -> dict:
    """The case waits for the end of the day on which the next obligation is due."""
    first = agreement and agreement.obligations.open().order_by("due_on").first()
    due = first and datetime.combine(first.due_on, _LAST_MOMENT, timezone.get_current_timezone())
    return until(due, Limit.PERFORM)
