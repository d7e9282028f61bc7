"""What single verbs do beyond the step, and two officers at once."""

import uuid
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from disputes.actions.registering import register_dispute
from disputes.actions.steps import VERBS
from disputes.enums.disputes import PartyRole
from disputes.enums.mediation import Satisfaction
from disputes.models import Dispute
from governance.casework.models import Case, KeptSubmission
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.casework import make_rules
from tests.factories.disputes import make_accepted, make_category, make_dispute
from tests.factories.lifecycle import dispute_in, given_to
from tests.factories.people import hold, make_user


def take(step: str, dispute: Dispute, officer, **more):
    seat, organ = officer.live_holdings[1].post, officer.live_holdings[2].post
    above = dispute.case.area.parent_on(today()).parent_on(today()).parent_on(today())
    given = given_to(step, dispute, seat=seat, organ=organ, above=above)
    return VERBS[step](dispute, by=officer, note="情况属实", **(given | more))


def in_state(grid, state: str) -> Dispute:
    """Owned by its grid."""
    return make_accepted(grid, state) if state == "mediating" else make_dispute(grid, state)


def test_from_registration_to_closing(grid, officer):
    make_rules()
    dispute, created = register_dispute(
        by=officer,
        area=grid,
        category=make_category(),
        title="物业费纠纷",
        parties=[
            {"name": "欧阳修远", "phone": "13800138000"},
            {"name": "安居物业", "role": PartyRole.RESPONDENT, "is_org": True},
        ],
    )
    case = dispute.case
    assert created
    assert case.number == f"990101J{today():%Y%m%d}00001"
    assert case.due_at

    for step in ("accept", "assign", "start_mediation", "agree_in_writing", "follow_up", "close"):
        take(step, dispute, officer)

    case = Case.objects.get(pk=dispute.pk)
    assert (case.state, case.outcome, case.resolved_on, case.closed_on) == (
        "closed",
        "resolved",
        today(),
        today(),
    )
    assert case.accepted_on == today()
    assert case.version == 7
    assert [line.kind for line in case.actions.all()] == [
        "register", "accept", "assign", "start_mediation", "agree_in_writing", "follow_up", "close",
    ]  # fmt: skip
    assert case.actions.last().post_label == officer.post_label


def test_numbers_run_on_within_county_and_day(country, officer):
    given = {"by": officer, "category": make_category(), "title": "纠纷", "parties": []}

    first = register_dispute(area=country["990101001001001"], **given)[0]
    second = register_dispute(area=country["990101001001002"], **given)[0]

    assert first.case.number[-5:] == "00001"
    assert second.case.number[-5:] == "00002"
    assert first.case.public_code != second.case.public_code


def test_same_submission_gets_the_same_receipt(grid, officer):
    given = {
        "by": officer,
        "area": grid,
        "category": make_category(),
        "parties": [],
        "client_uuid": uuid.uuid4(),
    }

    first, _created = register_dispute(title="噪音", **given)
    again, created = register_dispute(title="噪音", **given)

    assert again == first
    assert not created


def test_other_content_under_a_used_number_is_kept_and_refused(grid, officer):
    given = {"by": officer, "area": grid, "category": make_category(), "client_uuid": uuid.uuid4()}
    register_dispute(title="噪音", parties=[], **given)

    with pytest.raises(Refused) as refused:
        register_dispute(title="漏水", parties=[{"name": "张三", "phone": "13800138000"}], **given)

    assert refused.value.code == "uuid_reused"
    assert Dispute.objects.count() == 1
    kept = KeptSubmission.objects.get()
    assert "漏水" in kept.open_value("payload")
    assert "13800138000" not in kept.payload_sealed


def test_registering_outside_the_area_is_denied(grid, stranger):
    with pytest.raises(PermissionDenied):
        register_dispute(by=stranger, area=grid, category=make_category(), title="纠纷", parties=[])


def test_agreement_needs_every_party(grid, officer):
    dispute = in_state(grid, "mediating")
    applicant = dispute.parties.get(role=PartyRole.APPLICANT)

    with pytest.raises(Refused) as refused:
        take("agree_in_writing", dispute, officer, parties=[applicant])

    assert refused.value.code == "incomplete"
    assert "李*四" in refused.value.message
    assert dispute.agreements.count() == 0


def test_failing_needs_the_other_paths_told(grid, officer):
    dispute = in_state(grid, "mediating")

    with pytest.raises(Refused):
        take("fail", dispute, officer, told_paths=False)

    dispute.refresh_from_db()
    assert dispute.told_paths_on is None


def test_rekindled_dispute_is_not_closed(grid, officer):
    dispute = dispute_in(grid, "agreed_oral", owner=officer.live_holdings[1].post)
    take("follow_up", dispute, officer, rekindled=True, satisfaction=Satisfaction.DISSATISFIED)

    with pytest.raises(Refused):
        take("close", dispute, officer)

    take("reopen", dispute, officer)
    case = Case.objects.get(pk=dispute.pk)
    assert (case.state, case.outcome, case.resolved_on, case.reopened_count) == ("assigned", "", None, 1)


def test_refused_mediation_can_be_redirected(grid, officer):
    dispute = in_state(grid, "mediating")

    take("refuse", dispute, officer)
    take("redirect", dispute, officer)

    case = Case.objects.get(pk=dispute.pk)
    assert (case.outcome, case.closed_on) == ("redirected", today())


def test_case_goes_to_a_seat_that_covers_the_place(country, grid, officer):
    dispute = make_accepted(grid, "accepted")
    elsewhere = hold(make_user(), "mediator", country["990101002"]).post

    with pytest.raises(Refused) as refused:
        take("assign", dispute, officer, post=elsewhere)

    assert refused.value.code == "post_out_of_area"


def test_escalation_goes_up_only_and_waits_there(country, grid, officer):
    dispute = in_state(grid, "mediating")

    with pytest.raises(Refused):
        take("escalate", dispute, officer, to=country["990102"])
    take("escalate", dispute, officer, to=country["990101"])

    case = Case.objects.get(pk=dispute.pk)
    assert (case.state, case.owner_area.code, case.level_id, case.owner_post) == (
        "accepted", "990101", "county", None,
    )  # fmt: skip


def test_stale_version_is_refused(grid, officer):
    dispute = in_state(grid, "registered")
    take("accept", dispute, officer, version=1)

    with pytest.raises(Refused) as refused:
        take("assign", dispute, officer, version=1)

    assert refused.value.code == "stale"


def test_suspension_stops_the_clock(grid, officer):
    make_rules()
    dispute = make_accepted(grid)

    take("suspend", dispute, officer, resume_on=today() + timedelta(days=3))
    paused = Case.objects.get(pk=dispute.pk)
    assert paused.clock_state() == "paused"
    take("resume", dispute, officer)

    running = Case.objects.get(pk=dispute.pk)
    assert running.paused_at is None
    assert running.clock_state() == "on_time"


def test_of_two_officers_at_once_one_is_refused(transactional_db, country, grid, officer):
    dispute = in_state(grid, "registered")
    start, answers = Barrier(2), []

    def press():
        try:
            mine = Dispute.objects.get(pk=dispute.pk)
            start.wait()
            VERBS["accept"](mine, by=officer, version=1)
            answers.append("done")
        except Refused as refused:
            answers.append(refused.code)
        finally:
            connection.close()

    pressing = [Thread(target=press) for _officer in range(2)]
    for thread in pressing:
        thread.start()
    for thread in pressing:
        thread.join()

    assert sorted(answers) == ["done", "stale"]
    assert dispute.case.actions.filter(kind="accept").count() == 1
