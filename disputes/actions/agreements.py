"""From the wording of an agreement to the day it takes effect (人民调解法 第28–30条)."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from disputes.actions.ending import ended
from disputes.enums.agreements import MOST_OBLIGATIONS
from disputes.enums.disputes import PRINCIPALS, Method
from disputes.enums.mediation import AgreementForm
from disputes.models import Agreement, AgreementParty, Dispute, Obligation
from governance.casework.actions.cases import begin_step, take_step
from governance.casework.enums import Outcome
from governance.kernel.days import today
from governance.kernel.errors import Refused
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
    agreed = list(dispute.parties.filter(pk__in=[party.pk for party in parties]))
    shares = {share["party"].pk: share for share in shares}
    agreement.effective_on = _effective_on(form, effective_on, shares.values())
    agreement.save()
    write_shares(agreement, agreed, shares)
    write_obligations(agreement, obligations)
    dispute.method = method
    dispute.save(update_fields=["method"])
    take_step(case, step, by=by, note=note, **ended(case, Outcome.RESOLVED))
    return agreement


def _effective_on(form: str, given: date | None, shares: Iterable[dict]) -> date:
    """In writing: the day the last party signed (第29条). Orally: today (第30条)."""
    if form == AgreementForm.ORAL:
        return today()
    signed = max((share["signed_on"] for share in shares if share.get("signed_on")), default=None)
    effective = given or signed or today()
    if effective > today():
        raise Refused("not_yet_effective", _("生效日期不能晚于今天。各方签名以后再登记达成协议。"))
    if signed and effective < signed:
        raise Refused(
            "effective_before_signed",
            _("协议自最后一方签名之日（{day}）起生效，请改正生效日期。").format(day=signed),
        )
    return effective


def write_shares(agreement: Agreement, parties: list, shares: dict[int, dict]) -> None:
    """One row for each party to the agreement; rows of a draft are kept and brought up to date."""
    agreement.parties.exclude(party__in=parties).delete()
    for party in parties:
        share = shares.get(party.pk, {})
        given = {name: share[name] for name in ("amount_cents", "obligation", "signed_on") if name in share}
        if not agreement.is_draft and agreement.form == AgreementForm.WRITTEN:
            given.setdefault("signed_on", agreement.effective_on)
        AgreementParty.objects.update_or_create(agreement=agreement, party=party, defaults=given)


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
        row.full_clean()
    Obligation.objects.bulk_create(rows)
