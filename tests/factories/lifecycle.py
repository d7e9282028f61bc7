"""Disputes in any state of their lifecycle, and what each step is given, past the verbs."""

from datetime import timedelta

from django.utils import timezone

from disputes.enums.agreements import COMPULSORY_PAPERS
from disputes.enums.disputes import PartyRole, Track
from disputes.enums.mediation import AgreementForm, Satisfaction
from disputes.models import Agreement, Dispute, JudicialConfirmation, Obligation, TrackReferral
from disputes.states import DisputeState as S
from governance.casework.models import Extension
from governance.kernel.days import today
from governance.people.models import Post
from tests.factories.disputes import make_agreement, make_dispute, make_follow_up
from tests.factories.papers import file_everything
from tests.factories.people import make_user

HANDLED = {S.ACCEPTED, S.ASSIGNED, S.RETURNED, S.MEDIATING, S.JOINT}
SETTLED = {
    S.AGREED_WRITTEN, S.AGREED_ORAL, S.CONFIRM_APPLIED, S.CONFIRMED, S.CONFIRM_REJECTED, S.PERFORMING,
    S.PERFORMED, S.DEFAULTED, S.FOLLOWED_UP, S.CLOSED, S.ARCHIVED,
}  # fmt: skip
UNACCEPTED = {S.REGISTERED, S.NOT_ACCEPTED}
ENDED = {S.CLOSED, S.ARCHIVED, S.NOT_ACCEPTED, S.REDIRECTED}
_OUTCOMES = {S.NOT_ACCEPTED: "declined", S.FAILED: "failed", S.REFUSED: "refused", S.REDIRECTED: "redirected"}


def make_obligation(agreement: Agreement, **fields) -> Obligation:
    """The respondent owes the applicant, due in ten days."""
    parties = agreement.dispute.parties
    defaults = {
        "obliged": parties.filter(role=PartyRole.RESPONDENT).first(),
        "entitled": parties.filter(role=PartyRole.APPLICANT).first(),
        "what": "支付工资",
        "due_on": today() + timedelta(days=10),
    }
    return Obligation.objects.create(agreement=agreement, **(defaults | fields))


def make_confirmation(agreement: Agreement, **fields) -> JudicialConfirmation:
    defaults = {"court": "区人民法院", "applied_on": today(), "papers": list(COMPULSORY_PAPERS)}
    return JudicialConfirmation.objects.create(agreement=agreement, **(defaults | fields))


def make_referral(dispute: Dispute, **fields) -> TrackReferral:
    defaults = {"track": Track.LAWSUIT, "external_number": "(2026)宁0106民初1号"}
    return TrackReferral.objects.create(dispute=dispute, **(defaults | fields))


def dispute_in(area, state: str, *, owner: Post, step: str = "") -> Dispute:
    """A lawful dispute in a state with nothing lacking for `step`."""
    fields = {"outcome": _OUTCOMES.get(state, "")}
    if state not in UNACCEPTED:
        fields |= {"accepted_on": today()}
    if state not in UNACCEPTED | {S.ACCEPTED, S.RETURNED}:
        fields |= {"owner_post": owner}
    if state in HANDLED:
        due = timezone.now() + timedelta(days=7)
        fields |= {"due_at": due, "handle_due_at": due, "limit_amount": 7}
    if state in SETTLED:
        fields |= {"outcome": "resolved", "resolved_on": today()}
    if state == S.SUSPENDED:
        fields |= {"paused_at": timezone.now(), "remaining": 3, "is_joint": step == "resume_jointly"}
    if state == S.JOINT:
        fields |= {"is_joint": True}
    if state in ENDED:
        fields |= {"closed_on": today()}
    own = {"track": Track.LAWSUIT} if state == S.REDIRECTED else {}
    dispute = make_dispute(area, state, dispute=own, **fields)
    _add_papers(dispute, state, step)
    return dispute


def _add_papers(dispute: Dispute, state: str, step: str) -> None:
    """The agreement, the court's ruling, the schedule and the call back that the state came by."""
    if state in SETTLED:
        form = AgreementForm.ORAL if state == S.AGREED_ORAL else AgreementForm.WRITTEN
        agreement = make_agreement(dispute, form)
        owed = state in {S.PERFORMING, S.DEFAULTED} or step == "start_performance"
        if owed and step != "perform":
            make_obligation(agreement)
        if state in {S.CONFIRM_APPLIED, S.CONFIRMED, S.CONFIRM_REJECTED}:
            ruled = {S.CONFIRMED: True, S.CONFIRM_REJECTED: False}.get(state)
            make_confirmation(agreement, is_confirmed=ruled, decided_on=None if ruled is None else today())
    if state == S.REDIRECTED:
        make_referral(dispute)
    if state in {S.FOLLOWED_UP, S.CLOSED, S.ARCHIVED}:
        make_follow_up(dispute)
    if step == "archive":
        file_everything(dispute, make_user())
    if step in {"grant_extension", "refuse_extension"}:
        Extension.objects.create(case=dispute.case, amount=2, unit="day", reason="等待鉴定")


def given_to(step: str, dispute: Dispute, *, seat: Post, organ: Post, above) -> dict:
    """What a lawful step is given besides the reason: `seat` to assign to, `organ` to call, `above` to escalate to."""
    everybody = list(dispute.parties.all())
    agreed = {"content": "三日内付清", "parties": everybody}
    return {
        "decline": {"right_path": Track.LAWSUIT},
        "assign": {"post": seat},
        "reopen": {"post": seat},
        "escalate": {"to": above},
        "ask_extension": {"amount": 2},
        "open_joint": {"organs": [organ]},
        "agree_in_writing": agreed,
        "agree_orally": agreed,
        "fail": {"told_paths": True},
        "redirect": {"track": Track.LAWSUIT, "external_number": "(2026)宁0106民初1号"},
        "record_track": {"result": "判决支付工资"},
        "apply_confirmation": {
            "court": "区人民法院", "papers": list(COMPULSORY_PAPERS), "applicants": everybody,
        },
        "follow_up": {"satisfaction": Satisfaction.SATISFIED},
    }.get(step, {})  # fmt: skip


def as_body(given: dict) -> dict:
    """The same as JSON: rows by their ids, areas by their code."""

    def plain(name, value):
        if isinstance(value, list):
            return [plain("", row) for row in value]
        if name == "to":
            return value.code
        return getattr(value, "pk", value)

    return {name: plain(name, value) for name, value in given.items()}
