"""One agreement for a whole group: worded with each party's amount, signed one by one, concluded in the end."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from disputes.actions.agreements import record_agreement, save_draft
from disputes.actions.parties import hold_open_case
from disputes.enums.disputes import PRINCIPALS, Method
from disputes.enums.mediation import AgreementForm
from disputes.enums.rights import Right
from disputes.models import Agreement, Dispute, Party
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.wording import office_language
from governance.people.models import User


@transaction.atomic
def draft_for_group(
    dispute: Dispute,
    *,
    by: User,
    content: str,
    payer: Party,
    amounts: dict[int, int],
    due_on: date,
    term: str = "",
    version: int | None = None,
) -> Agreement:
    """起草协议 for many: `payer` owes each party its amount (ids to cents) by a day; nobody has signed it yet."""
    parties = {party.pk: party for party in dispute.parties.filter(role__in=PRINCIPALS)}
    _demand_payable(parties, payer, amounts, due_on)
    return save_draft(
        dispute,
        by=by,
        version=version,
        content=content.strip(),
        term=term.strip(),
        amount_cents=sum(amounts.values()),
        shares=[
            {"party": party, "amount_cents": amounts.get(pk), "signed_on": None}
            for pk, party in parties.items()
        ],
        obligations=_schedule(parties, payer, amounts, due_on),
    )


def _demand_payable(parties: dict[int, Party], payer: Party, amounts: dict[int, int], due_on: date) -> None:
    if payer.pk not in parties or not amounts.keys() <= parties.keys():
        raise Refused("foreign_party", _("付款人和收款人要是这件纠纷的当事人，请重新选择。"))
    if payer.pk in amounts:
        raise Refused("pays_himself", _("付款人不能同时是收款人，请改正。"))
    if not amounts:
        raise Refused("amounts_required", _("请至少填写一名当事人的金额。"))
    if due_on < today():
        raise Refused("due_past", _("付款期限已经过去，请填写今天或以后的日期。"))


def _schedule(parties: dict[int, Party], payer: Party, amounts: dict[int, int], due_on: date) -> list[dict]:
    with office_language():
        what = _("支付协议约定的款项")
    return [
        {
            "obliged": payer,
            "entitled": parties[pk],
            "what": what,
            "amount_cents": cents,
            "due_on": due_on,
        }
        for pk, cents in amounts.items()
    ]


@transaction.atomic
def sign_draft(dispute: Dispute, *, by: User, signatures: dict[int, date | None]) -> None:
    """签名: who has signed and when. A day taken away again means the signature does not count."""
    case = hold_open_case(dispute, by=by, right=Right.MEDIATE)
    draft = _demand_draft(dispute)
    shares = {share.party_id: share for share in draft.parties.all()}
    if not signatures.keys() <= shares.keys():
        raise Refused("foreign_party", _("只能登记协议当事人的签名，请刷新后重新填写。"))
    if any(day is not None and day > today() for day in signatures.values()):
        raise Refused("signed_ahead", _("签名日期不能晚于今天，请改正。"))
    for pk, day in signatures.items():
        shares[pk].signed_on = day
        shares[pk].save(update_fields=["signed_on"])
    draft.version += 1
    draft.save(update_fields=["version"])
    signed = sum(share.signed_on is not None for share in shares.values())
    case.note("signatures", by=by, note=f"{signed} / {len(shares)}")
    record("dispute.sign_draft", by=by, subject=case, after={"signed": signed, "of": len(shares)})


@transaction.atomic
def conclude_draft(
    dispute: Dispute, *, by: User, method: str = Method.PEOPLES, version: int | None = None
) -> Agreement:
    """各方都已签名: the draft becomes the written agreement, in force from the last signature on (第29条)."""
    hold_open_case(dispute, by=by, right=Right.MEDIATE)
    draft = _demand_draft(dispute)
    shares = list(draft.parties.select_related("party"))
    if unsigned := [share.party.shown_name for share in shares if share.signed_on is None]:
        raise Refused("unsigned", _("还有人没有签名：{names}。").format(names=_("、").join(unsigned)))
    signed = [{"party": share.party, "signed_on": share.signed_on} for share in shares]
    parties = [share.party for share in shares]
    return record_agreement(
        dispute,
        by=by,
        form=AgreementForm.WRITTEN,
        parties=parties,
        shares=signed,
        method=method,
        version=version,
    )


def _demand_draft(dispute: Dispute) -> Agreement:
    draft = dispute.agreements.draft().select_for_update(of=("self",)).first()
    if draft is None:
        raise Refused("no_draft", _("还没有协议草稿，请先起草协议。"))
    return draft
