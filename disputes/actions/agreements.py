"""From the wording of an agreement to the day it takes effect (人民调解法 第28–30条)."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from disputes.actions.ending import ended
from disputes.enums.agreements import MOST_OBLIGATIONS
from disputes.enums.disputes import PRINCIPALS, Method
from disputes.enums.mediation import AgreementForm
from disputes.enums.rights import Right
from disputes.models import Agreement, AgreementParty, Dispute, Obligation, Party
from disputes.states import STEPS
from governance.audit.actions import record
from governance.casework.actions.cases import begin_step, take_step
from governance.casework.enums import Outcome
from governance.casework.models import Case
from governance.kernel.days import today
from governance.kernel.errors import Refused, refuse_if_invalid
from governance.people.models import User

AGREEING = {AgreementForm.WRITTEN: "agree_in_writing", AgreementForm.ORAL: "agree_orally"}


@transaction.atomic
def record_agreement(
    dispute: Dispute,
    *,
    by: User,
    form: str,
    parties,
    content: str = "",
    effective_on: date | None = None,
    method: str = Method.PEOPLES,
    shares: Iterable[dict] = (),
    obligations: Iterable[dict] = (),
    note: str = "",
    version: int | None = None,
    **words,
) -> Agreement:
    """达成协议, in writing or orally, by the `parties` given. The dispute is settled as of today.

    A draft becomes the agreement; `words` are further fields of it (facts, term and so on). `shares` say
    what each party gets or gives and when it signed, `obligations` who owes what by when.
    """
    step = AGREEING[form]
    case = begin_step(dispute.case, step, by=by, version=version)
    agreement = dispute.agreements.draft().select_for_update().first() or Agreement(dispute=dispute)
    agreement.form = form
    agreement.content = content or agreement.content
    for name, value in words.items():
        setattr(agreement, name, value)
    agreement.save()
    write_shares(agreement, dispute.parties.filter(pk__in=[party.pk for party in parties]), shares)
    write_obligations(agreement, obligations)
    _take_effect(agreement, effective_on)
    dispute.method = method
    dispute.save(update_fields=["method"])
    take_step(case, step, by=by, note=note, **ended(case, Outcome.RESOLVED))
    return agreement


def _take_effect(agreement: Agreement, given: date | None) -> None:
    """In writing: from the day the last party signed (第29条). Orally: from today (第30条)."""
    is_written = agreement.form == AgreementForm.WRITTEN
    signed = agreement.parties.aggregate(last=Max("signed_on"))["last"] if is_written else None
    effective = given or signed or today() if is_written else today()
    if effective > today():
        raise Refused("not_yet_effective", _("生效日期不能晚于今天。各方签名以后再登记达成协议。"))
    if signed and effective < signed:
        words = _("协议自最后一方签名之日（{day}）起生效，请改正生效日期。")
        raise Refused("effective_before_signed", words.format(day=signed))
    agreement.effective_on = effective
    agreement.save(update_fields=["effective_on"])
    if is_written:
        agreement.parties.filter(signed_on__isnull=True).update(signed_on=effective)


@transaction.atomic
def save_draft(
    dispute: Dispute,
    *,
    by: User,
    version: int | None = None,
    shares: Iterable[dict] = (),
    obligations: Iterable[dict] = (),
    **words,
) -> Agreement:
    """起草协议: keep the wording, who has signed so far and the schedule, until the parties agree.

    Two who write at once: the second is told, and loses nothing of what was typed (`changed_meanwhile`).
    """
    case = Case.objects.select_for_update(of=("self",)).get(pk=dispute.pk)
    if not by.may(Right.MEDIATE, case.area_code):
        raise PermissionDenied
    if case.state not in STEPS["agree_in_writing"].sources:
        sentence = _("现在是「{state}」，不能起草协议。请刷新页面查看最新进展。")
        raise Refused("wrong_state", sentence.format(state=case.get_state_display()))
    agreement = dispute.agreements.draft().first()
    if version != (agreement and agreement.version):
        raise Refused("changed_meanwhile", _("别人刚刚保存过这份协议。两个版本已并排列出，请合并后再保存。"))
    agreement = agreement or Agreement(dispute=dispute, form=AgreementForm.WRITTEN, version=0)
    for name, value in words.items():
        setattr(agreement, name, value)
    agreement.version += 1
    refuse_if_invalid(agreement, validate_constraints=False)
    agreement.save()
    shares = list(shares)
    write_shares(agreement, [share["party"] for share in shares], shares)
    agreement.obligations.all().delete()
    write_obligations(agreement, obligations)
    case.note("draft", by=by)
    record("agreement.draft", by=by, subject=agreement, after={"version": agreement.version})
    return agreement


def write_shares(agreement: Agreement, parties: Iterable[Party], shares: Iterable[dict]) -> None:
    """One row for each party to the agreement; rows that are there are brought up to date."""
    parties = list(parties)
    given = {share["party"].pk: share for share in shares}
    agreement.parties.exclude(party__in=parties).delete()
    for party in parties:
        share = given.get(party.pk, {})
        known = {name: share[name] for name in ("amount_cents", "obligation", "signed_on") if name in share}
        if known.get("signed_on") and known["signed_on"] > today():
            raise Refused("signed_ahead", _("签名日期不能晚于今天，请改正。"))
        AgreementParty.objects.update_or_create(agreement=agreement, party=party, defaults=known)


def write_obligations(agreement: Agreement, obligations: Iterable[dict]) -> None:
    """Add to the schedule, with dates from the day of the agreement on, between its parties alone."""
    rows = [Obligation(agreement=agreement, **row) for row in obligations]
    if agreement.obligations.count() + len(rows) > MOST_OBLIGATIONS:
        raise Refused("too_many_obligations", _("一份协议最多 {n} 项履行事项。").format(n=MOST_OBLIGATIONS))
    parties = {party.pk for party in agreement.dispute.parties.filter(role__in=PRINCIPALS)} | {
        party.party_id for party in agreement.parties.all()
    }
    for row in rows:
        if not {row.obliged_id, row.entitled_id or row.obliged_id} <= parties:
            raise Refused("foreign_obligation", _("义务人和权利人要是这份协议的当事人，请重新选择。"))
        refuse_if_invalid(row, validate_unique=False)
    Obligation.objects.bulk_create(rows)
