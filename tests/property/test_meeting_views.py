from datetime import date

import pytest
import time_machine

from property.enums.meetings import MatterKind, MeetingState
from property.models import CommitteeMember, OwnersCommittee, OwnersMeeting
from tests.factories.grids import make_compound
from tests.factories.meetings import (
    CARRIED,
    MISSED,
    figures,
    make_held,
    make_matter,
    make_meeting,
    make_member,
)
from tests.factories.people import make_user
from tests.factories.property import make_committee

S = MeetingState


@pytest.fixture(autouse=True)
def _after_the_meeting():
    with time_machine.travel("2026-03-10 12:00+08:00", tick=False):
        yield


@pytest.fixture
def officer(country):
    return make_user("property_officer", country["990101"])


@pytest.fixture
def desk(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture
def compound(country):
    return make_compound(country["990101001001"], name="玺悦小区")


def written(matter, tally: dict) -> dict:
    """A tally as the form posts it."""
    return {f"matter-{matter.pk}-{name}": str(value) for name, value in tally.items()}


def shown(response) -> str:
    return response.content.decode()


def test_a_meeting_is_prepared_noticed_counted_and_announced_by_forms(desk, compound):
    form = {
        "title": "2026 年定期会议", "kind": "regular", "form": "written", "meeting_on": "2026-03-01",
        "owner_count": "600", "owner_area": "60000.00",
    }  # fmt: skip
    url = f"/property/compounds/{compound.pk}/meetings/new/"
    assert desk.get(url).status_code == 200
    assert desk.post(url, form).status_code == 302
    meeting = OwnersMeeting.objects.get()
    at = f"/property/meetings/{meeting.pk}/"
    desk.post(f"{at}edit/", form | {"title": "2026 年第一次会议", "place": "社区会议室"})
    desk.post(f"{at}matters/add/", {"kind": MatterKind.RAISE_FUND, "text": "筹集电梯维修资金"})
    desk.post(f"{at}notice/", {"notice_on": "2026-02-14", "told_on": "2026-02-14"})
    matter = meeting.matters.get()
    assert desk.get(f"{at}count/").status_code == 200
    assert desk.post(f"{at}count/", written(matter, CARRIED)).status_code == 302
    assert desk.post(f"{at}announce/", {"on": "2026-03-03"}).status_code == 302

    page = shown(desk.get(at))
    for words in (
        "2026 年第一次会议", "已公布结果", "《民法典》第二百七十八条", "（六）筹集建筑物及其附属设施的维修资金",
        "参与的面积和人数都要四分之三以上同意", "500 人 / 600 人（83.33%）",
        "40,000.00 平方米 / 50,000.00 平方米（80.00%）", "600 人，专有部分 60,000.00 平方米",
    ):  # fmt: skip
        assert words in page
    assert "没有通过" not in page


def test_the_page_says_which_test_failed_and_by_how_much(desk, compound):
    meeting = make_held(compound, tally=MISSED)
    page = shown(desk.get(f"/property/meetings/{meeting.pk}/"))
    assert "<strong>参与表决的人数不到三分之二，还差 20 人</strong>" in page


@pytest.mark.parametrize(
    ("tally", "sentence"),
    [
        (figures((700, 0, 0), ("1", "0", "0")), "参与人数 700 多于业主总人数 600"),
        (figures((1, 0, 0), ("60000.01", "0", "0")), "大于小区专有部分总面积 60000.00 平方米"),
    ],
)
def test_the_tally_form_says_what_cannot_be_and_keeps_what_was_typed(desk, compound, tally, sentence):
    matter = make_matter(make_meeting(compound, S.NOTICED))
    answer = desk.post(f"/property/meetings/{matter.meeting_id}/count/", written(matter, tally))
    page = shown(answer)
    assert (answer.status_code, sentence in page, f'value="{tally["took_part_heads"]}"' in page) == (
        400, True, True,
    )  # fmt: skip


@pytest.mark.parametrize("value", ["", "-1", "一百", "99999999999", "1.005"])
def test_the_tally_form_refuses_what_is_no_figure(desk, compound, value):
    matter = make_matter(make_meeting(compound, S.NOTICED))
    form = written(matter, CARRIED) | {f"matter-{matter.pk}-for_area": value}
    answer = desk.post(f"/property/meetings/{matter.meeting_id}/count/", form)
    assert (answer.status_code, "第 1 项有内容要改，请看标红的地方。" in shown(answer)) == (400, True)
    matter.refresh_from_db()
    assert not matter.is_counted


def test_a_step_at_the_wrong_moment_is_a_conflict_and_an_unknown_one_is_nowhere(desk, compound):
    meeting = make_meeting(compound)
    assert desk.post(f"/property/meetings/{meeting.pk}/announce/", {"on": "2026-03-03"}).status_code == 409
    assert desk.post(f"/property/meetings/{meeting.pk}/vote/").status_code == 404
    late = desk.post(
        f"/property/meetings/{meeting.pk}/notice/", {"notice_on": "2026-02-15", "told_on": "2026-02-15"}
    )
    assert (late.status_code, "通知到开会只有 14 天" in shown(late)) == (400, True)


def test_a_matter_is_removed_from_the_page(desk, compound):
    matter = make_matter(make_meeting(compound))
    url = f"/property/meetings/{matter.meeting_id}/matters/{matter.pk}/remove/"
    assert url in shown(desk.get(f"/property/meetings/{matter.meeting_id}/"))
    assert desk.post(url).status_code == 302
    assert desk.post(url).status_code == 404


def test_the_list_shows_meetings_of_a_compound_and_what_was_carried(desk, country, compound):
    make_held(compound, title="甲会")
    make_held(make_compound(country["990101001002"]), title="乙会", tally=MISSED)
    page = shown(desk.get("/property/meetings/", {"compound": compound.pk}))
    assert ("甲会" in page, "乙会" in page, "1 项中通过 1 项" in page) == (True, False, True)
    page = shown(desk.get("/property/meetings/", {"area": "990101001002"}))
    assert ("甲会" in page, "乙会" in page, "1 项中通过 0 项" in page) == (False, True, True)


def test_the_list_takes_as_many_queries_for_three_rows_as_for_one(desk, compound, django_assert_num_queries):
    desk.get("/property/meetings/")
    for rows in (1, 3):
        while OwnersMeeting.objects.count() < rows:
            make_held(compound)
        with django_assert_num_queries(6):
            assert len(desk.get("/property/meetings/").context["page"].rows) == rows


def test_the_page_of_a_meeting_takes_few_queries(desk, compound, django_assert_num_queries):
    meeting = make_held(compound)
    desk.get("/property/meetings/")
    for matters in (1, 3):
        while meeting.matters.count() < matters:
            make_matter(meeting, MatterKind.OTHER, CARRIED)
        with django_assert_num_queries(6):
            desk.get(f"/property/meetings/{meeting.pk}/")


def test_a_committee_is_formed_from_a_meeting_filed_and_filled_by_forms(desk, compound):
    meeting = make_held(compound)
    form = {"kind": "owners", "on": "2026-03-05", "member_count": 7, "meeting": meeting.pk}
    assert desk.post(f"/property/compounds/{compound.pk}/committee/", form).status_code == 302
    committee = OwnersCommittee.objects.get()
    at = f"/property/committees/{committee.pk}/"
    desk.post(f"{at}file/", {"filing_no": "备2026-7", "filed_on": "2026-03-09"})
    desk.post(
        f"{at}members/add/",
        {
            "name": "纳文静",
            "phone": "13800138000",
            "title": "chair",
            "is_owner": "on",
            "from_on": "2026-03-05",
        },
    )
    page = shown(desk.get(at))
    assert ("纳*静" in page, "纳文静" in page, "备2026-7" in page, meeting.title in page) == (
        True, False, True, True,
    )  # fmt: skip
    member = CommitteeMember.objects.get()
    desk.post(f"{at}members/{member.pk}/end/", {"on": "2026-03-08", "reason": "搬离"})
    assert "还没有逐人登记" in shown(desk.get(at))


def test_forming_a_committee_from_a_meeting_that_elected_nobody_is_a_conflict(desk, compound):
    form = {"kind": "owners", "on": "2026-03-05", "member_count": 7}
    form["meeting"] = make_held(compound, tally=MISSED).pk
    answer = desk.post(f"/property/compounds/{compound.pk}/committee/", form)
    assert (answer.status_code, "没有通过选举业委会的事项" in shown(answer)) == (409, True)


def test_the_page_of_a_committee_warns_and_takes_few_queries(desk, compound, django_assert_num_queries):
    committee = make_committee(compound, "management", since=date(2026, 1, 5), member_count=6)
    desk.get("/property/meetings/")
    for members in (1, 3):
        while committee.members.count() < members:
            make_member(committee, since=date(2026, 1, 5))
        with django_assert_num_queries(5):
            page = shown(desk.get(f"/property/committees/{committee.pk}/"))
    assert ("物管会至少 7 人，现在 3 人。" in page, "已经超期" in page) == (True, True)


def test_a_members_name_is_shown_for_a_reason_alone(client, country, compound):
    member = make_member(make_committee(compound))
    client.force_login(make_user("community_secretary", country["990101001001"]))
    url = f"/property/committees/{member.committee_id}/members/{member.pk}/reveal/"
    assert client.get(url).status_code == 405
    assert client.post(url, {"reason": ""}).status_code == 409
    assert "纳文静" in shown(client.post(url, {"reason": "核对备案材料"}))
