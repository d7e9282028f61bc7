from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError

from governance.audit.actions import reveal
from governance.audit.models import AuditEvent
from governance.kernel.errors import Refused
from property import actions
from property.enums import CommitteeKind
from property.enums.committees import MemberTitle
from property.enums.meetings import MatterKind, MeetingState
from property.models import CommitteeMember, OwnersCommittee
from property.rules.committees import warnings_of
from tests.factories.grids import make_compound
from tests.factories.meetings import MISSED, make_held, make_meeting, make_member
from tests.factories.people import make_user
from tests.factories.property import make_committee

DAY = date(2026, 3, 5)
TODAY = date(2026, 3, 10)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-03-10 12:00+08:00", tick=False):
        yield


@pytest.fixture
def officer(country):
    return make_user("property_officer", country["990101"])


@pytest.fixture
def compound(country):
    return make_compound(country["990101001001"], name="玺悦小区")


def kept(committee: OwnersCommittee) -> OwnersCommittee:
    """The row as the database gives it back."""
    committee.refresh_from_db()
    return committee


def formed(compound, by, **given) -> OwnersCommittee:
    given = {"on": DAY, "kind": CommitteeKind.OWNERS, "member_count": 7, **given}
    return actions.form_committee(compound, by=by, **given)


def test_form_committee_rests_on_the_meeting_that_elected_it(compound, officer):
    meeting = make_held(compound)
    committee = formed(compound, officer, meeting=meeting)
    assert committee.elected_at == meeting
    assert AuditEvent.objects.get(action="property.form_committee").after["meeting"] == meeting.pk


def test_form_committee_refuses_a_meeting_that_elected_nobody(compound, officer):
    for meeting in (make_held(compound, tally=MISSED), make_held(compound, kind=MatterKind.SERVICE)):
        with pytest.raises(Refused, match="没有通过选举业委会的事项"):
            formed(compound, officer, meeting=meeting)
    with pytest.raises(Refused, match="结果还没有公布"):
        formed(compound, officer, meeting=make_meeting(compound, MeetingState.COUNTED))
    assert not OwnersCommittee.objects.exists()


def test_form_committee_refuses_a_meeting_elsewhere_or_later(country, compound, officer):
    elsewhere = make_held(make_compound(country["990101001001"]))
    with pytest.raises(ValidationError, match="不是这个小区的"):
        formed(compound, officer, meeting=elsewhere)
    with pytest.raises(ValidationError, match="不能早于所依据的业主大会"):
        formed(compound, officer, meeting=make_held(compound), on=date(2026, 2, 28))


def test_dissolve_committee_rests_on_a_meeting_and_lets_its_members_go(compound, officer):
    committee = make_committee(compound)
    member = make_member(committee)
    meeting = make_held(compound, kind=MatterKind.OTHER)
    actions.dissolve_committee(committee, by=officer, on=DAY, reason="换届", meeting=meeting)
    committee.refresh_from_db()
    member.refresh_from_db()
    assert (committee.valid.upper, committee.dissolved_at, member.valid.upper) == (DAY, meeting, DAY)


def test_dissolve_committee_refuses_a_member_who_begins_later(compound, officer):
    committee = make_committee(compound)
    make_member(committee, since=DAY)
    with pytest.raises(Refused, match="有委员的任职日期不早于"):
        actions.dissolve_committee(committee, by=officer, on=DAY)


def test_file_committee_once_and_within_its_days(compound, officer):
    committee = make_committee(compound, since=DAY)
    for day in (date(2026, 3, 4), date(2026, 3, 11)):
        with pytest.raises(ValidationError, match="备案日期要在产生日期 2026-03-05 和今天之间"):
            actions.file_committee(committee, by=officer, filing_no="备2026-1", filed_on=day)
    actions.file_committee(committee, by=officer, filing_no="备2026-1", filed_on=TODAY)
    with pytest.raises(Refused, match="已于 2026-03-10 备案"):
        actions.file_committee(committee, by=officer, filing_no="备2026-2", filed_on=TODAY)


def test_a_member_is_known_by_a_masked_name_alone(compound, officer):
    committee = make_committee(compound)
    member = actions.add_member(
        committee,
        by=officer,
        name="纳文静",
        phone="13800138000",
        title=MemberTitle.CHAIR,
        is_owner=True,
        from_on=DAY,
    )
    event = AuditEvent.objects.get(action="property.add_member")
    assert (str(member), "纳文静" in f"{event.after}{event.object_label}") == ("纳*静（主任）", False)
    assert "纳文静" not in CommitteeMember.objects.get().name_sealed


def test_a_members_name_is_revealed_for_a_reason(country, compound, official):
    member = make_member(make_committee(compound))
    secretary = make_user("community_secretary", country["990101001001"])
    with pytest.raises(PermissionDenied):
        reveal(member, "name", by=official, reason="核对备案材料")
    assert reveal(member, "name", by=secretary, reason="核对备案材料") == "纳文静"


def test_add_member_refuses_days_without_the_committee(compound, officer):
    given = {"by": officer, "name": "甲乙", "phone": "13800138000", "title": "member", "is_owner": True}
    committee = make_committee(compound, since=DAY)
    with pytest.raises(ValidationError, match="任职日期不能早于委员会产生日期"):
        actions.add_member(committee, from_on=date(2026, 3, 4), **given)
    actions.dissolve_committee(committee, by=officer, on=TODAY)
    with pytest.raises(Refused, match="不能再登记委员"):
        actions.add_member(committee, from_on=TODAY, **given)


def test_end_member_from_a_day_on(compound, officer):
    member = make_member(make_committee(compound))
    actions.end_member(member, by=officer, on=DAY, reason="搬离")
    member.refresh_from_db()
    assert member.valid.upper == DAY
    with pytest.raises(Refused, match="已于 2026-03-05 结束"):
        actions.end_member(member, by=officer, on=TODAY, reason="搬离")


def test_verbs_need_the_right_there(compound, official, stranger):
    committee = make_committee(compound)
    member = make_member(committee)
    for by in (official, stranger):
        for verb in (
            lambda by=by: actions.file_committee(committee, by=by, filing_no="1", filed_on=TODAY),
            lambda by=by: actions.add_member(
                committee, by=by, name="甲", phone="13800138000", title="member", is_owner=True, from_on=DAY
            ),
            lambda by=by: actions.end_member(member, by=by, on=DAY, reason="搬离"),
        ):
            with pytest.raises(PermissionDenied):
                verb()


@pytest.mark.parametrize(
    ("owners", "others", "term_ends_on", "sentences"),
    [
        (4, 3, date(2029, 3, 5), []),
        (3, 4, date(2029, 3, 5), ["物管会中业主应当不少于一半，现在 7 人中有 3 人。"]),
        (5, 0, date(2029, 3, 5), ["物管会至少 7 人，现在 5 人。"]),
        (8, 0, date(2029, 3, 5), ["物管会人数应当是单数，现在 8 人。"]),
        (7, 0, date(2029, 3, 6), ["物管会期限不超过 3 年，最晚到 2029-03-05。"]),
    ],
)
def test_a_management_committee_is_warned_of_what_the_rules_want(
    compound, owners, others, term_ends_on, sentences
):
    committee = make_committee(compound, CommitteeKind.MANAGEMENT, since=DAY, term_ends_on=term_ends_on)
    members = [
        make_member(committee, since=DAY, is_owner=number < owners) for number in range(owners + others)
    ]
    assert warnings_of(kept(committee), members, TODAY) == sentences


def test_a_committee_is_warned_of_filing_term_and_a_corrected_election(compound, officer):
    meeting = make_held(compound, held=date(2026, 1, 1))
    committee = make_committee(
        compound, since=date(2026, 1, 5), elected_at=meeting, member_count=7, term_ends_on=date(2026, 3, 1)
    )
    assert warnings_of(kept(committee), [], TODAY) == [
        "产生之日起 30 日内应当备案，最后一天是 2026-02-04，已经超期。",
        "任期已于 2026-03-01 届满，还没有换届或者解散。",
    ]
    actions.correct_votes(meeting, by=officer, note="选票重复计入")
    committee.refresh_from_db()
    assert (
        warnings_of(kept(committee), [], TODAY)[-1]
        == "产生所依据的业主大会结果已经更正，请核对选举是否仍然有效。"
    )


@pytest.mark.parametrize(
    ("term_ends_on", "is_told"), [(date(2026, 6, 8), True), (date(2026, 6, 9), False), (TODAY, False)]
)
def test_a_committee_is_warned_of_the_election_three_months_ahead(compound, term_ends_on, is_told):
    committee = make_committee(compound, since=date(2026, 3, 1), member_count=7, term_ends_on=term_ends_on)
    sentence = f"任期将于 {term_ends_on} 届满，届满前三个月应当组织换届选举。"
    assert (sentence in warnings_of(kept(committee), [], TODAY)) is is_told


def test_a_committee_of_leap_day_stays_three_years(compound):
    committee = make_committee(
        compound, CommitteeKind.MANAGEMENT, since=date(2024, 2, 29), member_count=7,
        filing_no="备2024-1", filed_on=date(2024, 3, 1), term_ends_on=date(2027, 3, 1),
    )  # fmt: skip
    assert warnings_of(kept(committee), [], TODAY) == []
