"""A seat in a committee is entered once: the post by which a cross-post is known comes and goes with it."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError

from governance.audit.models import AuditEvent
from governance.dispatch.models import Notice
from governance.kernel.errors import Refused
from governance.statistics.reading import read_value, span_of
from governance.statistics.registry import indicators
from grids.actions.body_posts import end_post
from grids.enums.body_posts import Body, Register
from grids.models import BodyPost
from property import actions
from property.enums.committees import MemberTitle
from property.models import CommitteeMember, ManagedCompound
from tests.factories.body_posts import make_post
from tests.factories.grids import make_compound
from tests.factories.meetings import make_member
from tests.factories.people import make_user
from tests.factories.property import make_committee

DAY = date(2026, 3, 5)
TODAY = date(2026, 3, 10)
PERSON = {"name": "欧阳修远", "phone": "13800138000"}
OTHER = {"name": "马秀兰", "phone": "13900139000"}


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-03-10 12:00+08:00", tick=False):
        yield


@pytest.fixture
def officer(country):
    return make_user("property_officer", country["990101"])


@pytest.fixture
def committee(country):
    return make_committee(make_compound(country["990101001001001"], name="玺悦小区"))


@pytest.fixture
def seat(committee, officer):
    """Seats somebody in the committee."""

    def add(person=PERSON, **given):
        given = {"title": MemberTitle.CHAIR, "is_owner": True, "from_on": DAY, **person, **given}
        return actions.add_member(committee, by=officer, **given)

    return add


def crossing(day: date = TODAY) -> set[str]:
    return {compound.name for compound in ManagedCompound.objects.with_cross_post_on(day)}


def test_add_member_enters_the_post_as_well(seat):
    member = seat()
    post = BodyPost.objects.get()
    assert (member.post, post.title, post.body, post.kept_in) == (
        post, "主任", Body.COMMITTEE, Register.COMMITTEE,
    )  # fmt: skip
    assert (post.name_masked, post.phone_masked, post.valid.lower, post.valid.upper) == (
        "欧**远", "138****8000", DAY, None,
    )  # fmt: skip
    trail = "".join(f"{event.object_label}{event.after}" for event in AuditEvent.objects.all())
    assert ("欧阳" in trail, "13800138000" in trail) == (False, False)


def test_add_member_takes_over_the_post_that_was_entered_by_hand(seat, committee):
    by_hand = make_post(committee.compound, Body.COMMITTEE, title="委员")
    assert seat().post == by_hand
    kept = BodyPost.objects.get()
    assert (kept.title, kept.kept_in, kept.valid.lower) == ("主任", Register.COMMITTEE, date(2022, 1, 1))


def test_add_member_refuses_the_same_person_twice_in_one_sentence(seat):
    seat()
    with pytest.raises(ValidationError, match="任期重叠：此人这段时间已登记在这个组织任职"):
        seat()
    assert (CommitteeMember.objects.count(), BodyPost.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("body", "person", "expected"),
    [
        (Body.BRANCH, PERSON, {"玺悦小区"}),
        (Body.PROJECT, PERSON, {"玺悦小区"}),
        (Body.RESIDENTS, PERSON, {"玺悦小区"}),
        (Body.COMMUNITY_PARTY, PERSON, {"玺悦小区"}),
        (Body.BRANCH, OTHER, set()),
        (Body.BRANCH, PERSON | {"phone": OTHER["phone"]}, set()),
        (Body.BRANCH, PERSON | {"phone": "138-0013-8000"}, {"玺悦小区"}),
    ],
)
def test_a_seat_makes_a_cross_post_with_a_post_elsewhere(seat, committee, country, body, person, expected):
    at_compound = body in {Body.BRANCH, Body.PROJECT}
    make_post(committee.compound if at_compound else country["990101001001"], body, **person)
    seat()
    assert crossing() == expected


def test_end_member_ends_the_post_and_tells_of_the_lost_cross_post(seat, committee, officer):
    make_post(committee.compound, Body.BRANCH, title="书记")
    member = seat()
    assert actions.end_member(member, by=officer, on=TODAY, reason="搬离") is True
    member.post.refresh_from_db()
    assert (member.post.valid.upper, crossing(date(2026, 3, 9)), crossing()) == (TODAY, {"玺悦小区"}, set())
    assert Notice.objects.get().body == (
        "玺悦小区：业委会、物管会主任自 2026-03-10 起离任，本小区已没有交叉任职，请及时补充人选。"
    )


def test_end_member_tells_nobody_when_no_cross_post_is_lost(seat, officer):
    assert actions.end_member(seat(), by=officer, on=TODAY, reason="搬离") is False
    assert not Notice.objects.exists()


def test_dissolve_committee_ends_all_posts_before_it_tells(seat, committee, officer):
    for person in (PERSON, OTHER):
        make_post(committee.compound, Body.BRANCH, **person)
        seat(person)
    make_member(committee)
    assert actions.dissolve_committee(committee, by=officer, on=TODAY, reason="换届") is True
    ended = BodyPost.objects.filter(body=Body.COMMITTEE).values_list("valid", flat=True)
    assert ({valid.upper for valid in ended}, crossing()) == ({TODAY}, set())
    told = Notice.objects.values_list("body", flat=True)
    assert [("已没有交叉任职" in body) for body in told] == [True, True]


def test_the_list_of_posts_does_not_end_a_seat_of_a_committee(seat, country):
    party = make_user("party_officer", country["990101"])
    with pytest.raises(Refused, match="这项任职登记在业委会、物管会名册，请到那里登记离任"):
        end_post(seat().post, by=party, on=TODAY)


def test_a_person_sits_again_after_having_left(seat, officer):
    actions.end_member(seat(), by=officer, on=date(2026, 3, 8), reason="改选")
    assert seat(from_on=date(2026, 3, 8)).post.valid.lower == date(2026, 3, 8)
    assert BodyPost.objects.count() == 2


def test_complete_member_enters_the_post_from_the_first_day_on(committee, officer):
    make_post(committee.compound, Body.BRANCH, **PERSON)
    member = make_member(committee, PERSON["name"])
    assert crossing() == set()
    actions.complete_member(member, by=officer, phone="138-0013-8000")
    member.refresh_from_db()
    assert (member.post.valid.lower, member.post.title, crossing()) == (
        date(2022, 1, 1), "委员", {"玺悦小区"},
    )  # fmt: skip
    with pytest.raises(Refused, match="电话已经登记"):
        actions.complete_member(member, by=officer, phone="13800138001")


def test_complete_member_refuses_somebody_who_has_left(committee, officer):
    member = make_member(committee, until=DAY)
    with pytest.raises(Refused, match="任期已有结束日期"):
        actions.complete_member(member, by=officer, phone=PERSON["phone"])


def test_the_page_shows_telephone_and_cross_post_and_asks_for_what_is_missing(
    client, country, seat, committee
):
    make_post(committee.compound, Body.BRANCH)
    seat()
    bare = make_member(committee)
    client.force_login(make_user("community_secretary", country["990101001001"]))
    page = client.get(f"/property/committees/{committee.pk}/").content.decode()
    assert ("138****8000" in page, "交叉任职" in page, "有 1 名委员没有登记电话" in page) == (
        True,
        True,
        True,
    )
    url = f"/property/committees/{committee.pk}/members/{bare.pk}/phone/"
    bad = client.post(url, {"phone": "一二三"})
    assert (bad.status_code, "电话只能是数字和短横" in bad.content.decode()) == (400, True)
    assert client.post(url, {"phone": "13700137000"}).status_code == 302
    assert "没有登记电话" not in client.get(f"/property/committees/{committee.pk}/").content.decode()


def test_member_end_by_page_warns_of_the_lost_cross_post(client, officer, seat, committee):
    make_post(committee.compound, Body.BRANCH)
    member = seat()
    client.force_login(officer)
    url = f"/property/committees/{committee.pk}/members/{member.pk}/end/"
    page = client.post(url, {"on": "2026-03-10", "reason": "搬离"}, follow=True).content.decode()
    assert "相关的交叉任职也随之结束，已通知所在社区" in page


def share(country, day: date = TODAY) -> tuple[int, int]:
    """Compounds with a cross-post, of those with a committee."""
    reading = read_value(
        indicators()["party.cross_post_share"], area=country["9901"], span=span_of(as_of=day)
    )
    return reading.numerator, reading.denominator


def test_the_rate_of_cross_posts_by_hand(country, seat, committee, officer):
    """Three compounds with a committee and one without, in whose branch and project somebody else sits."""
    second, third, bare = (make_compound(country["990101001001"]) for _number in range(3))
    for compound in (second, third):
        make_committee(compound)
    for compound in (committee.compound, third):
        make_post(compound, Body.BRANCH, **PERSON)
    for body in (Body.BRANCH, Body.PROJECT):
        make_post(bare, body, name="纳文静", phone="13700137000")
    assert share(country) == (0, 3)  # the one with a cross-post has no committee

    member = seat(PERSON)
    assert share(country) == (
        2,
        3,
    )  # the secretary of two branches sits in one committee: a cross-post in both compounds
    seat(OTHER, title=MemberTitle.MEMBER)
    assert share(country) == (2, 3)

    actions.end_member(member, by=officer, on=TODAY, reason="搬离")
    assert (share(country, date(2026, 3, 9)), share(country)) == ((2, 3), (0, 3))
