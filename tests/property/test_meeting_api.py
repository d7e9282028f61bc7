from decimal import Decimal

import pytest
import time_machine

from property.enums.meetings import MeetingState
from property.models import OwnersCommittee, OwnersMeeting
from tests.factories.grids import make_compound
from tests.factories.meetings import CARRIED, MISSED, make_held, make_matter, make_meeting, make_member
from tests.factories.people import make_user
from tests.factories.property import make_committee

URL, COMMITTEES = "/api/v1/owners-meetings/", "/api/v1/owners-committees/"
S = MeetingState


@pytest.fixture(autouse=True)
def _after_the_meeting():
    with time_machine.travel("2026-03-10 12:00+08:00", tick=False):
        yield


@pytest.fixture
def machine(client, country):
    client.force_login(make_user("property_officer", country["990101"]))
    return client


@pytest.fixture
def compound(country):
    return make_compound(country["990101001001"], name="玺悦小区")


def post(client, url: str, **body):
    return client.post(url, body, content_type="application/json")


def tallies(matter, tally: dict) -> list[dict]:
    return [{"matter": matter.pk} | {name: str(value) for name, value in tally.items()}]


def test_a_meeting_goes_its_way_over_the_api(machine, compound):
    made = post(
        machine, URL, compound=compound.pk, title="2026 年定期会议", kind="regular", form="written",
        meeting_on="2026-03-01", owner_count=600, owner_area="60000.00",
    )  # fmt: skip
    assert made.status_code == 201
    at = f"{URL}{made.json()['id']}/"
    revised = {
        name: made.json()[name]
        for name in ("title", "kind", "form", "meeting_on", "owner_count", "owner_area")
    }
    assert (
        post(machine, f"{at}revise/", **(revised | {"place": "社区会议室"})).json()["place"] == "社区会议室"
    )
    for text in ("选举业主委员会", "多余的"):
        added = post(machine, f"{at}add-matter/", kind="3", text=text).json()["matters"]
    left = post(machine, f"{at}remove-matter/", matter=added[1]["id"]).json()["matters"]
    assert [matter["text"] for matter in left] == ["选举业主委员会"]
    assert post(machine, f"{at}notice/", notice_on="2026-02-14", told_on="2026-02-14").status_code == 200
    matter = OwnersMeeting.objects.get().matters.get()
    counted = post(machine, f"{at}count/", tallies=tallies(matter, MISSED)).json()["matters"][0]
    assert (counted["is_passed"], counted["result"]) == (
        False,
        "没有通过：参与表决的人数不到三分之二，还差 20 人。",
    )
    assert counted["tests"][0] == {
        "question": "quorum", "measure": "heads", "share": "2/3", "takes_in_itself": True,
        "part": 380, "whole": 600, "lacking": 20, "is_passed": False,
    }  # fmt: skip
    assert post(machine, f"{at}announce/", on="2026-03-03").json()["state"] == S.ANNOUNCED
    assert post(machine, f"{at}correct/", note="选票重复计入").json()["state"] == S.COUNTED
    assert machine.get(at).json()["matters"][0]["took_part_heads"] == 380


def test_bad_input_says_the_same_sentence_as_the_page(machine, compound):
    matter = make_matter(make_meeting(compound, S.NOTICED))
    url = f"{URL}{matter.meeting_id}/count/"
    too_many = CARRIED | {"took_part_heads": 700, "for_heads": 600}
    answer = post(machine, url, tallies=tallies(matter, too_many))
    assert (answer.status_code, answer.json()["detail"]) == (
        400,
        "第 1 项：参与人数 700 多于业主总人数 600，请核对选票。",
    )
    answer = post(machine, url, tallies=tallies(matter, CARRIED) * 2)
    assert (answer.status_code, answer.json()["detail"]) == (400, "同一个表决事项登记了两次计票，请核对。")
    for bad in ([], [{"matter": matter.pk}], "全部"):
        assert post(machine, url, tallies=bad).status_code == 400


def test_a_wrong_moment_is_a_conflict(machine, compound):
    meeting = make_held(compound)
    answer = post(machine, f"{URL}{meeting.pk}/call-off/", note="取消")
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state")


def test_the_list_is_filtered_and_comes_as_a_file(machine, country, compound):
    make_held(compound, title="甲会")
    make_meeting(make_compound(country["990101001002"]), title="乙会")
    rows = machine.get(URL, {"state": "announced"}).json()["results"]
    assert [(row["title"], row["matter_count"], Decimal(row["owner_area"])) for row in rows] == [
        ("甲会", 1, Decimal("60000.00"))
    ]
    file = b"".join(machine.get(URL, {"format": "csv"}).streaming_content).decode()
    assert ("甲会" in file, "乙会" in file, "已公布结果" in file) == (True, True, True)


def test_a_committee_goes_its_way_over_the_api(machine, compound):
    meeting = make_held(compound)
    made = post(
        machine, COMMITTEES, compound=compound.pk, kind="owners", on="2026-03-05", meeting=meeting.pk,
        member_count=7,
    )  # fmt: skip
    assert (made.status_code, made.json()["elected_at"]) == (201, meeting.pk)
    at = f"{COMMITTEES}{made.json()['id']}/"
    twice = post(
        machine, COMMITTEES, compound=compound.pk, kind="management", on="2026-03-06", member_count=7
    )
    assert (twice.status_code, "已有业委会或物管会" in twice.json()["detail"]) == (400, True)
    assert post(machine, f"{at}file/", filing_no="备2026-7", filed_on="2026-03-09").status_code == 200
    member = {
        "name": "纳文静",
        "phone": "13800138000",
        "title": "chair",
        "is_owner": True,
        "from_on": "2026-03-05",
    }
    (seen,) = post(machine, f"{at}add-member/", **member).json()["members"]
    assert (seen["name_masked"], seen["from_on"], seen["to_on"]) == ("纳*静", "2026-03-05", None)
    assert (seen["phone_masked"], seen["crosses"]) == ("138****8000", False)
    ended = post(machine, f"{at}end-member/", member=seen["id"], on="2026-03-08", reason="搬离")
    assert ended.json()["members"] == []
    gone = post(machine, f"{at}dissolve/", on="2026-03-10", reason="换届")
    assert gone.json()["ended_on"] == "2026-03-10"
    assert OwnersCommittee.objects.get().filing_no == "备2026-7"


def test_the_telephone_of_a_member_is_completed_over_the_api(machine, compound):
    member = make_member(make_committee(compound))
    url = f"{COMMITTEES}{member.committee_id}/complete-member/"
    bad = post(machine, url, member=member.pk, phone="一二三")
    assert (bad.status_code, "电话只能是数字和短横" in bad.content.decode()) == (400, True)
    (seen,) = post(machine, url, member=member.pk, phone="13800138000").json()["members"]
    assert seen["phone_masked"] == "138****8000"
    again = post(machine, url, member=member.pk, phone="13800138000")
    assert (again.status_code, again.json()["code"]) == (409, "phone_known")
    kept = machine.get("/api/v1/body-posts/").json()["results"]
    assert [(row["id"], row["kept_in"]) for row in kept] == [(seen["post"], "committee")]


def test_a_members_name_is_revealed_for_a_reason(client, country, compound):
    member = make_member(make_committee(compound))
    client.force_login(make_user("community_secretary", country["990101001001"]))
    url = f"{COMMITTEES}{member.committee_id}/reveal-member/"
    assert post(client, url, member=member.pk, reason="核对备案材料").json() == {"name": "纳文静"}
    assert post(client, url, member=member.pk, reason="看").status_code == 409


def test_what_lies_elsewhere_is_nowhere(client, country, compound):
    meeting, committee = make_held(compound), make_committee(compound)
    client.force_login(make_user("property_officer", country["990102"]))
    for url in (f"{URL}{meeting.pk}/announce/", f"{COMMITTEES}{committee.pk}/file/"):
        assert post(client, url).status_code == 404
    assert post(client, COMMITTEES, compound=compound.pk, kind="owners", on="2026-03-05",
                member_count=7).status_code == 404  # fmt: skip
