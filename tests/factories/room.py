"""The joint table: an organ called to a dispute, its task, a draft with everybody's share."""

from datetime import timedelta

from disputes.models import Agreement, AgreementParty, Dispute, JointTask
from governance.casework.enums import OrderKind
from governance.kernel.days import today
from governance.people.models import Post
from tests.factories.lifecycle import make_obligation
from tests.factories.orders import make_order


def call(dispute: Dispute, organ: Post, **fields):
    """Whistle for an organ, past the verbs."""
    return make_order(dispute.case, organ, **({"kind": OrderKind.WHISTLE} | fields))


def make_task(dispute: Dispute, organ: Post, **fields) -> JointTask:
    defaults = {"task": "核对工资表", "due_on": today() + timedelta(days=3)}
    return JointTask.objects.create(dispute=dispute, organ=organ, **(defaults | fields))


def make_draft(dispute: Dispute, *, signed: bool = False, cents: int = 100_000) -> Agreement:
    """A draft in which the respondent owes the first applicant."""
    draft = Agreement.objects.create(
        dispute=dispute, form="written", content="十五日内付清。", effective_on=None
    )
    for party in dispute.parties.all():
        amount = cents if party.role == "applicant" else None
        AgreementParty.objects.create(
            agreement=draft, party=party, amount_cents=amount, signed_on=today() if signed else None
        )
    make_obligation(draft, amount_cents=cents)
    return draft
