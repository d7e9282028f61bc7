"""司法确认: by the parties jointly, within 30 days (人民调解法 第33条; 民事诉讼法 第205、206条)."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from disputes.enums.agreements import COMPULSORY_PAPERS, ConfirmationPaper
from disputes.models import Agreement, Dispute, JudicialConfirmation
from governance.casework.actions.cases import begin_step, take_step
from governance.casework.actions.clocks import start_limit, until
from governance.casework.enums import Limit
from governance.kernel.days import today
from governance.kernel.errors import Refused, refuse_if_invalid, refuse_if_missing
from governance.people.models import User


@transaction.atomic
def apply_confirmation(
    dispute: Dispute,
    *,
    by: User,
    court: str,
    papers: Iterable[str],
    applicants,
    applied_on: date | None = None,
    external_number: str = "",
    note: str = "",
    version: int | None = None,
) -> JudicialConfirmation:
    """申请司法确认. While the court decides, no limit of ours runs."""
    case = begin_step(dispute.case, "apply_confirmation", by=by, version=version)
    agreement, applied_on = dispute.agreements.in_force(), applied_on or today()
    _demand_open_window(dispute, agreement, applied_on)
    refuse_if_missing(_lacking(agreement, papers, applicants))
    confirmation = JudicialConfirmation(
        agreement=agreement, court=court, applied_on=applied_on, external_number=external_number,
        papers=[paper for paper in ConfirmationPaper.values if paper in set(papers)],
    )  # fmt: skip
    refuse_if_invalid(confirmation)
    confirmation.save()
    take_step(case, "apply_confirmation", by=by, note=note, **until(None))
    return confirmation


def _demand_open_window(dispute: Dispute, agreement: Agreement, applied_on: date) -> None:
    if dispute.category.bars_confirmation:
        raise Refused(
            "confirmation_barred",
            _(
                "婚姻、收养等身份关系和行政争议的协议，法院不受理司法确认。请督促当事人履行，或者告知可以起诉。"
            ),
        )
    if hasattr(agreement, "confirmation"):
        raise Refused(
            "confirmation_once", _("这份协议已经申请过司法确认。法院不予确认的，可以变更协议后再申请。")
        )
    if not agreement.effective_on <= applied_on <= today():
        raise Refused("applied_outside", _("申请日期应当在协议生效之后、今天之前，请改正。"))
    if applied_on > agreement.last_day_to_confirm:
        words = _(
            "协议生效已超过 30 日（最后一天是 {day}），不能再申请司法确认。请督促履行，或者告知当事人可以起诉。"
        )
        raise Refused("window_over", words.format(day=agreement.last_day_to_confirm))


def _lacking(agreement: Agreement, papers: Iterable[str], applicants) -> list[str]:
    """第33条 asks for both parties together; the court for its papers."""
    asking = {party.pk for party in applicants}
    absent = [party for party in agreement.dispute.principals if party.pk not in asking]
    missing = [_("{name}一同申请").format(name=party.shown_name) for party in absent]
    return missing + [
        _("备齐{paper}").format(paper=paper.label) for paper in COMPULSORY_PAPERS if paper not in set(papers)
    ]


@transaction.atomic
def confirm_agreement(
    dispute: Dispute,
    *,
    by: User,
    decided_on: date | None = None,
    external_number: str = "",
    note: str = "",
    version: int | None = None,
) -> None:
    """法院确认: the agreement may be enforced from now on."""
    _decide(
        dispute, "confirm", by=by, is_confirmed=True, decided_on=decided_on, external_number=external_number,
        note=note, version=version,
    )  # fmt: skip


@transaction.atomic
def reject_confirmation(
    dispute: Dispute,
    *,
    by: User,
    note: str,
    decided_on: date | None = None,
    external_number: str = "",
    version: int | None = None,
) -> None:
    """法院不予确认, with its reasons. The parties may change the agreement or sue (民事诉讼法 第206条)."""
    _decide(
        dispute, "reject_confirmation", by=by, is_confirmed=False, decided_on=decided_on,
        external_number=external_number, note=note, version=version,
    )  # fmt: skip


def _decide(dispute: Dispute, step: str, *, by, is_confirmed, decided_on, external_number, note, version):
    case = begin_step(dispute.case, step, by=by, version=version)
    decided_on = decided_on or today()
    confirmation = JudicialConfirmation.objects.select_for_update().get(
        agreement=dispute.agreements.in_force()
    )
    if not confirmation.applied_on <= decided_on <= today():
        raise Refused("decided_outside", _("裁定日期应当在申请之后、今天之前，请改正。"))
    confirmation.decided_on, confirmation.is_confirmed = decided_on, is_confirmed
    confirmation.ruling_note = note
    confirmation.external_number = external_number or confirmation.external_number
    confirmation.save()
    take_step(case, step, by=by, note=note, **start_limit(case, Limit.FOLLOW_UP))
