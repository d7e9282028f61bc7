"""Agreement, confirmation, performance, other tracks: what the law asks for, and what is said where it is missing."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from disputes.actions.agreements import save_draft
from disputes.actions.performance import perform_obligation, release_obligation
from disputes.actions.sittings import change_sitting, record_sitting
from disputes.actions.steps import VERBS
from disputes.actions.windows import remind_of_windows
from disputes.enums.agreements import COMPULSORY_PAPERS
from disputes.enums.disputes import PartyRole, Track
from disputes.enums.mediation import AttendanceRole
from disputes.models import Agreement, Category, Dispute, TrackLimit
from governance.casework.enums import Limit
from governance.casework.models import Case
from governance.dispatch.models import Notice
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.casework import make_rules
from tests.factories.disputes import make_session
from tests.factories.lifecycle import dispute_in, make_confirmation, make_obligation
from tests.factories.papers import file_everything


@pytest.fixture
def seat(officer):
    return officer.live_holdings[1].post


@pytest.fixture
def at(grid, seat):
    """A dispute in a state."""
    return lambda state, step="": dispute_in(grid, state, owner=seat, step=step)


def refusal(verb, *args, **given) -> Refused:
    with pytest.raises(Refused) as refused:
        verb(*args, **given)
    return refused.value


def agree(dispute: Dispute, officer, **more):
    given = {"content": "三日内付清", "parties": list(dispute.parties.all())} | more
    return VERBS["agree_in_writing"](dispute, by=officer, **given)


def apply(dispute: Dispute, officer, **more):
    given = {"court": "区人民法院", "papers": COMPULSORY_PAPERS, "applicants": list(dispute.parties.all())}
    return VERBS["apply_confirmation"](dispute, by=officer, **(given | more))


def test_agreement_takes_effect_when_the_last_party_signs(at, officer):
    dispute = at("mediating")
    applicant, respondent = dispute.parties.order_by("id")
    shares = [
        {"party": applicant, "amount_cents": 300_00, "signed_on": today() - timedelta(days=2)},
        {"party": respondent, "obligation": "三日内付清", "signed_on": today() - timedelta(days=1)},
    ]

    agreement = agree(dispute, officer, shares=shares)

    assert agreement.effective_on == today() - timedelta(days=1)
    assert agreement.parties.get(party=applicant).amount_cents == 300_00
    assert agreement.last_day_to_confirm == today() + timedelta(days=29)


def test_agreement_is_not_in_effect_before_the_last_signature_nor_ahead_of_time(at, officer):
    dispute = at("mediating")
    party = dispute.parties.first()

    early = refusal(
        agree, dispute, officer, effective_on=today() - timedelta(days=1),
        shares=[{"party": party, "signed_on": today()}],
    )  # fmt: skip
    ahead = refusal(agree, dispute, officer, effective_on=today() + timedelta(days=1))

    assert (early.code, ahead.code) == ("effective_before_signed", "not_yet_effective")
    assert not Agreement.objects.exists()


def test_draft_becomes_the_agreement_with_its_signatures_and_schedule(at, officer):
    dispute = at("mediating")
    applicant, respondent = dispute.parties.order_by("id")
    duty = {"obliged": respondent, "entitled": applicant, "what": "付清", "due_on": today()}
    save_draft(
        dispute, by=officer, content="三日内付清", shares=[{"party": applicant, "signed_on": today()}],
        obligations=[duty],
    )  # fmt: skip

    agreement = agree(dispute, officer, content="")

    assert (agreement.content, agreement.obligations.count(), agreement.parties.count()) == (
        "三日内付清",
        1,
        2,
    )
    assert not agreement.is_draft


def test_second_of_two_drafts_is_told_and_the_first_stays(at, officer):
    dispute = at("mediating")
    save_draft(dispute, by=officer, content="甲稿")

    late = refusal(save_draft, dispute, by=officer, content="乙稿")
    save_draft(dispute, by=officer, content="合并稿", version=1)

    draft = dispute.agreements.draft().get()
    assert late.code == "changed_meanwhile"
    assert (draft.content, draft.version) == ("合并稿", 2)


def test_obligation_lies_between_parties_of_the_agreement(at, officer, grid, seat):
    dispute, other = at("mediating"), dispute_in(grid, "mediating", owner=seat)
    foreign = {"obliged": other.parties.first(), "what": "付清", "due_on": today()}
    same = dispute.parties.first()
    to_oneself = {"obliged": same, "entitled": same, "what": "付清", "due_on": today()}

    assert refusal(agree, dispute, officer, obligations=[foreign]).code == "foreign_obligation"
    assert refusal(agree, dispute, officer, obligations=[to_oneself]).code == "invalid"
    assert not Agreement.objects.exists()


@pytest.mark.parametrize(("days", "code"), [(30, ""), (31, "window_over")])
def test_confirmation_is_applied_for_within_thirty_days(days, code, at, officer):
    dispute = at("agreed_written")

    with time_machine.travel(timezone.now() + timedelta(days=days)):
        if code:
            assert refusal(apply, dispute, officer).code == code
        else:
            apply(dispute, officer)

    assert Case.objects.get(pk=dispute.pk).state == ("agreed_written" if code else "confirm_applied")


def test_confirmation_takes_all_parties_and_papers(at, officer):
    dispute = at("agreed_written")

    lone = refusal(apply, dispute, officer, applicants=[dispute.parties.first()])
    bare = refusal(apply, dispute, officer, papers=[])

    assert "李*四" in lone.message
    assert "司法确认申请书" in bare.message


def test_personal_status_is_not_confirmed(at, officer):
    dispute = at("agreed_written")
    Category.objects.filter(pk=dispute.category_id).update(bars_confirmation=True)

    assert refusal(apply, Dispute.objects.get(pk=dispute.pk), officer).code == "confirmation_barred"


def test_no_limit_of_ours_runs_at_court_and_the_call_back_begins_with_the_ruling(at, officer):
    make_rules()
    dispute = at("agreed_written")
    apply(dispute, officer)
    waiting = Case.objects.get(pk=dispute.pk)

    VERBS["confirm"](dispute, by=officer, external_number="(2026)宁0105民特1号")

    ruled = Case.objects.get(pk=dispute.pk)
    assert (waiting.due_at, ruled.limit) == (None, Limit.FOLLOW_UP)
    assert dispute.agreements.in_force().confirmation.is_confirmed


def test_agreement_the_court_declined_is_changed_and_may_be_confirmed_anew(at, officer):
    dispute = at("confirm_rejected")

    agree(dispute, officer, content="改为分期付款")
    apply(dispute, officer)

    assert dispute.agreements.count() == 2


def test_performing_case_waits_for_what_is_due_next(at, officer):
    dispute = at("agreed_written")
    agreement = dispute.agreements.in_force()
    first = make_obligation(agreement, due_on=today() + timedelta(days=3))
    make_obligation(agreement, due_on=today() + timedelta(days=9))

    VERBS["start_performance"](dispute, by=officer)
    begun = Case.objects.get(pk=dispute.pk)
    perform_obligation(first, by=officer, receipt_note="转账凭证")

    after = Case.objects.get(pk=dispute.pk)
    assert timezone.localdate(begun.due_at) == today() + timedelta(days=3)
    assert timezone.localdate(after.due_at) == today() + timedelta(days=9)
    assert (begun.limit, after.tick_at is not None) == (Limit.PERFORM, True)


def test_case_is_not_performed_nor_closed_while_something_is_owed(at, officer):
    performing, followed = at("performing"), at("followed_up")
    row = make_obligation(followed.agreements.in_force())

    early = refusal(VERBS["perform"], performing, by=officer)
    unclosed = refusal(VERBS["close"], followed, by=officer)
    release_obligation(row, by=officer, note="权利人放弃")
    VERBS["close"](followed, by=officer)

    assert "支付工资" in early.message
    assert "支付工资" in unclosed.message


def test_debt_is_receipted_once_and_released_with_a_reason(at, officer):
    row = make_obligation(at("performing").agreements.in_force())

    assert refusal(release_obligation, row, by=officer, note=" ").code == "reason_required"
    perform_obligation(row, by=officer)
    assert refusal(perform_obligation, row, by=officer).code == "already_ended"
    ahead = make_obligation(row.agreement)
    assert refusal(
        perform_obligation, ahead, by=officer, performed_on=today() + timedelta(days=1)
    ).code == "performed_outside"  # fmt: skip


def test_other_track_runs_by_its_own_clock(at, officer, grid, seat):
    TrackLimit.objects.create(track=Track.ARBITRATION, name="商事仲裁", basis="规则")
    own = {"category_prefix": "07", "name": "劳动人事争议仲裁", "accept_days": 5, "result_days": 45}
    labour = TrackLimit.objects.create(track=Track.ARBITRATION, basis="法", **own)
    dispute = at("failed")
    Dispute.objects.filter(pk=dispute.pk).update(
        category=Category.objects.create(code="0701", name="劳动合同")
    )

    referral = VERBS["redirect"](
        Dispute.objects.get(pk=dispute.pk), by=officer, note="当事人申请仲裁", track=Track.ARBITRATION
    )

    assert (referral.limit, referral.due_on) == (labour, today() + timedelta(days=45))
    assert refusal(VERBS["archive"], dispute, by=officer).code == "incomplete"
    VERBS["record_track"](dispute, by=officer, external_number="宁西劳仲〔2026〕1号", result="裁决支付")
    file_everything(dispute, officer)
    VERBS["archive"](dispute, by=officer)


def test_refused_application_is_not_reopened(at, officer):
    dispute = at("not_accepted")
    file_everything(dispute, officer)
    VERBS["archive"](dispute, by=officer)

    assert refusal(VERBS["reopen"], dispute, by=officer, note="再看看").code == "never_accepted"


def test_extension_is_asked_once_and_granted_from_above_the_office(at, officer, country):
    dispute = at("mediating")
    VERBS["ask_extension"](dispute, by=officer, amount=2, note="等待鉴定")

    again = refusal(VERBS["ask_extension"], dispute, by=officer, amount=1, note="还不够")
    Case.objects.filter(pk=dispute.pk).update(owner_area=country["990101001"])
    level = refusal(VERBS["grant_extension"], dispute, by=officer)

    assert (again.code, level.code) == ("extended_once", "not_yours")


def test_escalation_while_paused_says_how_to_go_on(at, officer, country):
    refused = refusal(VERBS["escalate"], at("suspended"), by=officer, to=country["990101"], note="办不了")

    assert refused.code == "paused"
    assert "先恢复调解" in refused.message


def test_second_of_two_records_of_a_sitting_is_told(at, officer):
    sitting = make_session(at("mediating"), record="甲说")
    change_sitting(sitting, by=officer, version=1, record="甲说、乙说")

    late = refusal(change_sitting, sitting, by=officer, version=1, record="丙说")

    sitting.refresh_from_db()
    assert late.code == "changed_meanwhile"
    assert (sitting.record, sitting.version) == ("甲说、乙说", 2)


def test_whoever_is_invited_comes_with_the_parties_consent(at, officer):
    dispute = at("mediating")
    invited = {"name": "王老师", "role": AttendanceRole.INVITED}

    refused = refusal(record_sitting, dispute, by=officer, attendance=[invited])
    sitting = record_sitting(dispute, by=officer, attendance=[invited | {"consent": True}])

    assert "同意" in refused.message
    assert [str(row) for row in sitting.attendance.all()] == ["王*师"]


def test_principal_left_out_of_the_agreement_is_named(at, officer):
    dispute = at("joint")
    applicant = dispute.parties.get(role=PartyRole.APPLICANT)

    assert "李*四" in refusal(agree, dispute, officer, parties=[applicant]).message


def test_confirmation_is_applied_for_once(at, officer):
    dispute = at("agreed_written")
    make_confirmation(dispute.agreements.in_force())

    assert refusal(apply, dispute, officer).code == "confirmation_once"


def test_ruling_is_dated_between_application_and_today(at, officer):
    dispute = at("confirm_applied")
    ahead = today() + timedelta(days=1)

    assert refusal(VERBS["confirm"], dispute, by=officer, decided_on=ahead).code == "decided_outside"


def test_office_hears_once_of_a_window_that_closes(at, officer):
    dispute, court = at("agreed_written"), at("confirm_applied")
    last_week = today() + timedelta(days=24)

    sent = [remind_of_windows(day) for day in (today(), last_week, last_week, last_week + timedelta(days=1))]

    assert sent == [0, 1, 1, 1]
    notice = Notice.objects.get(kind="dispute.window")
    assert dispute.case.number in notice.body
    assert court.case.number not in notice.body
