"""The joint table as its page shows it: organs with tasks and opinions, sittings, signatures, what each party gets."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from disputes.enums.disputes import PRINCIPALS
from disputes.enums.rights import Right
from disputes.forms.group_agreement import GroupDraftForm
from disputes.forms.room import OpinionForm, TaskForm
from disputes.models import Agreement, Dispute, Party
from disputes.presenting.money import yuan
from disputes.states import STEPS
from governance.casework.enums import OrderKind
from governance.casework.presenting.orders import order_row


@dataclass(frozen=True)
class PartyOutcome:
    """What a party asked for, was promised and got; amounts in cents, None where nothing is written."""

    party: Party
    agreed: int | None
    paid: int | None
    signed_on: object
    is_over: bool

    @property
    def words(self) -> str:
        """What came of it so far."""
        if self.party.result:
            return self.party.result
        if self.agreed is None:
            return ""
        if self.is_over:
            return _("约定 {amount} 元，已付清").format(amount=yuan(self.agreed))
        if self.paid:
            return _("约定 {amount} 元，已付 {paid} 元").format(
                amount=yuan(self.agreed), paid=yuan(self.paid)
            )
        return _("约定 {amount} 元，尚未支付").format(amount=yuan(self.agreed))

    @property
    def amounts(self) -> dict[str, str]:
        return {
            "claimed": yuan(self.party.claim_cents),
            "agreed": yuan(self.agreed),
            "paid": yuan(self.paid if self.party.settled_cents is None else self.party.settled_cents),
        }


def outcomes_of(dispute: Dispute) -> list[PartyOutcome]:
    """Each side's parties with claim, agreed share, what was paid of it and when they signed: three statements."""
    agreement = dispute.agreements.order_by("-id").first()
    shares = {share.party_id: share for share in agreement.parties.all()} if agreement else {}
    due, paid, open_rows = _schedule(agreement)
    found = []
    parties = dispute.parties.filter(role__in=PRINCIPALS).select_related("represented_by")
    for party in parties.order_by("role", "id"):
        share = shares.get(party.pk)
        agreed = share.amount_cents if share and share.amount_cents is not None else due.get(party.pk)
        found.append(
            PartyOutcome(
                party=party,
                agreed=agreed,
                paid=paid.get(party.pk),
                signed_on=share.signed_on if share else None,
                is_over=party.pk in due and party.pk not in open_rows,
            )
        )
    return found


def _schedule(agreement: Agreement | None) -> tuple[dict, dict, set]:
    """By the party that is owed: the sum due, the sum paid, and whether a row is still open."""
    due, paid, open_rows = {}, {}, set()
    for row in agreement.obligations.all() if agreement else ():
        due[row.entitled_id] = due.get(row.entitled_id, 0) + (row.amount_cents or 0)
        if row.performed_on is not None:
            paid[row.entitled_id] = paid.get(row.entitled_id, 0) + (row.amount_cents or 0)
        elif row.is_open:
            open_rows.add(row.entitled_id)
    return due, paid, open_rows


def totals(outcomes: list[PartyOutcome]) -> dict[str, str]:
    """The sums under the table."""
    claimed = sum(outcome.party.claim_cents or 0 for outcome in outcomes)
    agreed = sum(outcome.agreed or 0 for outcome in outcomes)
    paid = sum(
        (outcome.paid if outcome.party.settled_cents is None else outcome.party.settled_cents) or 0
        for outcome in outcomes
    )
    return {"claimed": yuan(claimed), "agreed": yuan(agreed), "paid": yuan(paid)}


def organs_of(dispute: Dispute, user, *, tried: OpinionForm | None = None, tried_task: int = 0) -> list[dict]:
    """The organs called to the table: how they answered, their tasks, and the form for one's own opinion."""
    seats = {seat.post_id for seat in user.seats}
    tasks: dict[int, list] = {}
    for task in dispute.tasks.all():
        form = None
        if task.organ_id in seats and dispute.case.closed_on is None:
            form = tried if task.pk == tried_task else OpinionForm(task=task)
        tasks.setdefault(task.organ_id, []).append(
            {"task": task, "form": form, "open": task.pk == tried_task}
        )
    called = dispute.called_organs.select_related("to_post__area", "to_post__role", "from_post").order_by(
        "id"
    )
    rows: dict[int, dict] = {}
    for order in called:
        rows[order.to_post_id] = order_row(order) | {"tasks": tasks.get(order.to_post_id, [])}
    return list(rows.values())


def room_of(dispute: Dispute, user, *, task_form: TaskForm | None = None, **tried) -> dict:
    """Everything the room shows."""
    case = dispute.case
    outcomes = outcomes_of(dispute)
    is_open = case.closed_on is None
    may_lead = is_open and user.may(Right.MEDIATE, case.area_code)
    organs = organs_of(dispute, user, **tried)
    return {
        "organs": organs,
        "arrived": sum(row["order"].arrived_at is not None for row in organs),
        "task_form": task_form or (TaskForm(dispute=dispute) if may_lead and organs else None),
        "outcomes": outcomes,
        "totals": totals(outcomes),
        "representatives": _representatives(outcomes),
        "agreement": dispute.agreements.order_by("-id").first(),
        "may_conclude": may_lead and case.state in STEPS["agree_in_writing"].sources,
        "signed": sum(outcome.signed_on is not None for outcome in outcomes),
        "sittings": dispute.sessions.select_related("mediator").prefetch_related("attendance"),
        "may_lead": may_lead,
        "may_sit": may_lead and case.state in STEPS["fail"].sources,
        "may_add": is_open and user.may(Right.REGISTER, case.area_code),
        "whistle": OrderKind.WHISTLE,
    }


def words_beside(dispute: Dispute, form: GroupDraftForm, sentence: str) -> dict:
    """What somebody else has saved, beside what was typed here; the next press counts as having read it."""
    draft = dispute.agreements.draft().first()
    form.data = form.data.copy()
    form.data["version"] = str(draft.version) if draft else ""
    pairs = [(form[name].label, getattr(draft, name, ""), form[name].value()) for name in ("content", "term")]
    return {
        "conflict": sentence,
        "pairs": [
            {"label": label, "theirs": theirs, "mine": mine}
            for label, theirs, mine in pairs
            if theirs != mine
        ],
    }


def _representatives(outcomes: list[PartyOutcome]) -> list[dict]:
    spoken: dict[int, int] = {}
    for outcome in outcomes:
        if outcome.party.represented_by_id:
            spoken[outcome.party.represented_by_id] = spoken.get(outcome.party.represented_by_id, 0) + 1
    speakers = [outcome.party for outcome in outcomes if outcome.party.is_representative]
    return [{"party": party, "count": spoken.get(party.pk, 0)} for party in speakers]
