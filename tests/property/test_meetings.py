from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from governance.audit.models import AuditEvent
from governance.kernel.errors import Refused
from property import actions
from property.enums.meetings import MatterKind, MeetingForm, MeetingKind, MeetingState
from property.models import OwnersMatter, OwnersMeeting
from property.rules.votes import verdict_of
from tests.factories.grids import make_compound
from tests.factories.meetings import CARRIED, HELD, MISSED, figures, make_held, make_matter, make_meeting
from tests.factories.people import make_user

NOON = "2026-03-10 12:00+08:00"
S = MeetingState


@pytest.fixture(autouse=True)
def _after_the_meeting():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def officer(country):
    return make_user("property_officer", country["990101"])


@pytest.fixture
def compound(country):
    return make_compound(country["990101001001"], name="玺悦小区")


def prepared(compound, by, **changes) -> OwnersMeeting:
    given = {
        "title": "2026 年定期会议",
        "kind": MeetingKind.REGULAR,
        "form": MeetingForm.WRITTEN,
        "meeting_on": HELD,
        "owner_count": 600,
        "owner_area": Decimal("60000.00"),
    }
    return actions.prepare_meeting(compound, by=by, **(given | changes))


def sentences(verb, *args, **kwargs) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        verb(*args, **kwargs)
    return caught.value.messages


def test_a_meeting_goes_from_draft_to_the_announced_result(compound, officer):
    meeting = prepared(compound, officer)
    matter = actions.add_matter(meeting, by=officer, kind=MatterKind.COMMITTEE, text="选举业主委员会")
    actions.give_notice(meeting, by=officer, notice_on=date(2026, 2, 14), told_on=date(2026, 2, 14))
    actions.count_votes(meeting, by=officer, tallies={matter.pk: CARRIED})
    actions.announce_result(meeting, by=officer, on=date(2026, 3, 3))

    meeting.refresh_from_db()
    matter.refresh_from_db()
    assert (meeting.state, meeting.area_code) == (S.ANNOUNCED, compound.area_code)
    assert (matter.owner_count, matter.owner_area) == (600, Decimal("60000.00"))
    assert verdict_of(matter).is_passed
    trail = list(AuditEvent.objects.order_by("pk").values_list("action", flat=True))
    assert trail[-6:] == [
        "property.prepare_meeting",
        "property.add_matter",
        "property.meeting.notice",
        "property.meeting.count",
        "property.count_votes",
        "property.meeting.announce",
    ]


@pytest.mark.parametrize(
    ("notice_on", "told_on", "sentence"),
    [
        (date(2026, 2, 15), date(2026, 2, 14), "通知到开会只有 14 天，要在开会 15 日以前通知全体业主"),
        (date(2026, 3, 2), date(2026, 3, 1), "通知日期 2026-03-02 晚于开会日期 2026-03-01"),
        (date(2026, 2, 14), date(2026, 3, 2), "告知居委会的日期不能晚于开会日期"),
        (date(2026, 3, 11), date(2026, 2, 14), "不能晚于今天"),
    ],
)
def test_give_notice_refuses_dates_in_the_wrong_order(compound, officer, notice_on, told_on, sentence):
    meeting = make_meeting(compound)
    make_matter(meeting)
    (said,) = sentences(actions.give_notice, meeting, by=officer, notice_on=notice_on, told_on=told_on)
    assert sentence in said
    meeting.refresh_from_db()
    assert (meeting.state, meeting.notice_on) == (S.DRAFT, None)


def test_give_notice_takes_fifteen_days_and_a_matter(compound, officer):
    meeting = make_meeting(compound)
    days = {"notice_on": HELD - timedelta(days=15), "told_on": HELD}
    with pytest.raises(Refused, match="写明要表决的事项"):
        actions.give_notice(meeting, by=officer, **days)
    make_matter(meeting)
    actions.give_notice(meeting, by=officer, **days)
    meeting.refresh_from_db()
    assert meeting.state == S.NOTICED


def test_the_agenda_and_the_owners_stand_from_the_notice_on(compound, officer):
    meeting = make_meeting(compound, S.NOTICED)
    matter = make_matter(meeting)
    for verb, given in (
        (actions.revise_meeting, {"owner_count": 10}),
        (actions.add_matter, {"kind": MatterKind.OTHER, "text": "其他"}),
    ):
        with pytest.raises(Refused, match="已经不在筹备"):
            verb(meeting, by=officer, **given)
    with pytest.raises(Refused, match="已经不在筹备"):
        actions.remove_matter(matter, by=officer)


def test_matters_move_up_when_one_is_removed(compound, officer):
    meeting = make_meeting(compound)
    rows = [make_matter(meeting, text=text) for text in ("甲", "乙", "丙")]
    actions.remove_matter(rows[0], by=officer)
    assert list(meeting.matters.values_list("position", "text")) == [(1, "乙"), (2, "丙")]
    with pytest.raises(Refused, match="已经移除"):
        actions.remove_matter(rows[0], by=officer)


@pytest.mark.parametrize(
    ("tally", "sentence"),
    [
        (figures((700, 0, 0), ("1", "0", "0")), "第 1 项：参与人数 700 多于业主总人数 600，请核对选票。"),
        (
            figures((1, 0, 0), ("60000.01", "0", "0")),
            "第 1 项：参与面积 60000.01 平方米大于小区专有部分总面积 60000.00 平方米，请核对面积。",
        ),
        (
            CARRIED | {"took_part_heads": 501},
            "第 1 项：同意、反对、弃权的人数相加是 500，与参与的人数 501 不一致，请核对。",
        ),
        (
            CARRIED | {"for_area": Decimal("39999.99")},
            "第 1 项：同意、反对、弃权的面积相加是 49999.99，与参与的面积 50000.00 不一致，请核对。",
        ),
    ],
)
def test_count_votes_refuses_what_cannot_be(compound, officer, tally, sentence):
    meeting = make_meeting(compound, S.NOTICED)
    matter = make_matter(meeting)
    assert sentences(actions.count_votes, meeting, by=officer, tallies={matter.pk: tally}) == [sentence]
    meeting.refresh_from_db()
    assert (meeting.state, OwnersMatter.objects.get().is_counted) == (S.NOTICED, False)


def test_count_votes_takes_every_matter_or_none(compound, officer):
    meeting = make_meeting(compound, S.NOTICED)
    first, _second = make_matter(meeting), make_matter(meeting)
    (said,) = sentences(actions.count_votes, meeting, by=officer, tallies={first.pk: CARRIED})
    assert "每个表决事项都要登记一次计票" in said


def test_votes_are_not_counted_before_the_meeting(compound, officer):
    meeting = make_meeting(compound, S.NOTICED, held=date(2026, 3, 11))
    matter = make_matter(meeting)
    with pytest.raises(Refused, match="2026-03-11 才召开"):
        actions.count_votes(meeting, by=officer, tallies={matter.pk: CARRIED})


def test_announce_result_refuses_a_day_before_the_meeting_and_a_day_to_come(compound, officer):
    meeting = make_meeting(compound, S.COUNTED)
    for day, sentence in ((date(2026, 2, 28), "早于开会日期"), (date(2026, 3, 11), "不能晚于今天")):
        (said,) = sentences(actions.announce_result, meeting, by=officer, on=day)
        assert sentence in said


def test_an_announced_result_is_corrected_by_a_counter_step_with_a_reason(compound, officer):
    meeting = make_held(compound)
    matter = meeting.matters.get()
    with pytest.raises(Refused, match="现在是「已公布结果」"):
        actions.count_votes(meeting, by=officer, tallies={matter.pk: MISSED})
    with pytest.raises(Refused, match="需要写明理由"):
        actions.correct_votes(meeting, by=officer, note=" ")

    actions.correct_votes(meeting, by=officer, note="两张选票重复计入")
    actions.count_votes(meeting, by=officer, tallies={matter.pk: MISSED})
    actions.announce_result(meeting, by=officer, on=date(2026, 3, 10))

    matter.refresh_from_db()
    assert not verdict_of(matter).is_passed
    kept = AuditEvent.objects.get(action="property.correct_votes")
    assert (kept.reason, kept.before["1"]["for_heads"]) == ("两张选票重复计入", "400")


def test_a_meeting_is_called_off_before_it_is_counted(compound, officer):
    meeting = make_meeting(compound, S.NOTICED)
    actions.call_off(meeting, by=officer, note="会场不能使用")
    meeting.refresh_from_db()
    assert meeting.state == S.CALLED_OFF
    with pytest.raises(Refused, match="现在是「已公布结果」"):
        actions.call_off(make_held(compound), by=officer, note="取消")


@pytest.mark.parametrize("owners", [{"owner_count": 0}, {"owner_area": Decimal(0)}])
def test_prepare_meeting_takes_owners_and_area(compound, officer, owners):
    assert sentences(prepared, compound, officer, **owners) == ["业主总人数和专有部分总面积都要大于零。"]


def test_verbs_need_the_right_there(compound, official, stranger):
    meeting = make_meeting(compound)
    matter = make_matter(meeting)
    for by in (official, stranger):
        for verb in (
            lambda by=by: prepared(compound, by),
            lambda by=by: actions.revise_meeting(meeting, by=by, title="改名"),
            lambda by=by: actions.add_matter(meeting, by=by, kind="1", text="甲"),
            lambda by=by: actions.remove_matter(matter, by=by),
            lambda by=by: actions.give_notice(meeting, by=by, notice_on=HELD - timedelta(20), told_on=HELD),
            lambda by=by: actions.call_off(meeting, by=by, note="取消"),
        ):
            with pytest.raises(PermissionDenied):
                verb()


@pytest.mark.parametrize(
    "changes",
    [
        {"took_part_heads": 601, "for_heads": 501},
        {"took_part_area": Decimal("60000.01"), "for_area": Decimal("50000.01")},
        {"for_heads": 399},
        {"for_area": Decimal("39999.99")},
        {"for_area": Decimal("-1"), "against_area": Decimal("49000")},
        {"abstain_area": None},
    ],
)
def test_the_database_holds_the_figures_together(compound, changes):
    matter = make_matter(make_meeting(compound, S.COUNTED), tally=CARRIED)
    with pytest.raises(IntegrityError), transaction.atomic():
        OwnersMatter.objects.filter(pk=matter.pk).update(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"notice_on": HELD - timedelta(days=14)},
        {"told_on": HELD + timedelta(days=1)},
        {"notice_on": None},
        {"announced_on": None},
        {"announced_on": HELD - timedelta(days=1)},
        {"owner_count": 0},
    ],
)
def test_the_database_holds_the_days_of_a_meeting(compound, changes):
    meeting = make_held(compound)
    with pytest.raises(IntegrityError), transaction.atomic():
        OwnersMeeting.objects.filter(pk=meeting.pk).update(**changes)
