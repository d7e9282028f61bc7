"""Posts in bodies, and the cross-posts they make: cases counted by hand."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from governance.audit.models import AuditEvent
from governance.dispatch.models import Notice
from governance.kernel.errors import Refused
from grids.actions.body_posts import end_post, take_post
from grids.enums.body_posts import Body
from grids.models import BodyPost
from property.models import ManagedCompound
from tests.factories.body_posts import make_post
from tests.factories.grids import make_compound
from tests.factories.people import make_user
from tests.factories.property import make_committee

DAY = date(2024, 6, 1)
COMMUNITY = "990101001001"
PERSON = {"name": "欧阳修远", "phone": "13800138000"}


@pytest.fixture
def secretary(country):
    return make_user("community_secretary", country[COMMUNITY])


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


@pytest.fixture
def compound(country):
    return make_compound(country[COMMUNITY], name="银新苑")


def crossing(day: date = DAY) -> set[str]:
    return {compound.name for compound in ManagedCompound.objects.with_cross_post_on(day)}


@pytest.mark.parametrize(
    ("posts", "crosses"),
    [
        ([Body.BRANCH], False),
        ([Body.BRANCH, Body.BRANCH], False),
        ([Body.BRANCH, Body.COMMITTEE], True),
        ([Body.COMMITTEE, Body.PROJECT], True),
        ([Body.COMMITTEE, Body.COMMUNITY_PARTY], True),
        ([Body.PROJECT, Body.RESIDENTS], True),
        ([Body.RESIDENTS, Body.COMMUNITY_PARTY], False),  # a cross-post, in no compound
        ([Body.BRANCH, Body.COMMITTEE, Body.PROJECT, Body.RESIDENTS], True),
    ],
)
def test_a_compound_has_a_cross_post_when_somebody_sits_in_two_bodies(country, compound, posts, crosses):
    other = make_compound(country[COMMUNITY], name="别的小区")
    for place, body in zip([compound, other, compound, compound], posts, strict=False):
        at_compound = body not in {Body.RESIDENTS, Body.COMMUNITY_PARTY}
        make_post((place if body == Body.BRANCH else compound) if at_compound else country[COMMUNITY], body)
    assert ("银新苑" in crossing()) is crosses


@pytest.mark.parametrize(
    "other", [{"name": "欧阳修近"}, {"phone": "13900139000"}, {"until": DAY}, {"since": date(2024, 6, 2)}]
)
def test_another_person_or_another_time_makes_no_cross_post(compound, other):
    make_post(compound, Body.BRANCH)
    make_post(compound, Body.COMMITTEE, **other)
    assert crossing() == set()


def test_the_rate_moves_with_a_post_that_ends(compound, secretary):
    make_committee(compound)
    make_post(compound, Body.BRANCH)
    chair = make_post(compound, Body.COMMITTEE, title="主任")
    assert end_post(chair, by=secretary, on=DAY, reason="换届") is True
    assert [crossing(day) for day in (date(2024, 5, 31), DAY)] == [{"银新苑"}, set()]


def test_take_post_seals_the_person_and_keeps_the_name_out_of_the_trail(compound, secretary):
    post = take_post(
        compound.area, by=secretary, body=Body.COMMITTEE, compound=compound, title="主任", on=DAY, **PERSON
    )
    assert (post.name_masked, post.phone_masked) == ("欧**远", "138****8000")
    event = AuditEvent.objects.get(action="body_posts.take_post")
    assert "欧阳" not in f"{event.object_label} {event.after}"


def test_take_post_knows_a_person_however_the_phone_is_written(compound, secretary):
    make_post(compound, Body.BRANCH)
    given = PERSON | {"phone": "138-0013-8000"}
    take_post(
        compound.area, by=secretary, body=Body.PROJECT, compound=compound, title="经理", on=DAY, **given
    )
    assert crossing() == {"银新苑"}


def test_overlapping_posts_in_one_body_are_refused_in_one_sentence(compound, secretary):
    make_post(compound, Body.COMMITTEE)
    with pytest.raises(ValidationError, match="任期重叠：此人这段时间已登记在这个组织任职"):
        take_post(
            compound.area,
            by=secretary,
            body=Body.COMMITTEE,
            compound=compound,
            title="委员",
            on=DAY,
            **PERSON,
        )


@pytest.mark.parametrize(("body", "at_compound"), [(Body.COMMITTEE, False), (Body.RESIDENTS, True)])
def test_a_post_names_a_compound_exactly_when_its_body_has_one(compound, secretary, body, at_compound):
    with pytest.raises(ValidationError, match="要选小区"):
        take_post(
            compound.area,
            by=secretary,
            body=body,
            compound=compound if at_compound else None,
            title="委员",
            on=DAY,
            **PERSON,
        )
    assert BodyPost.objects.count() == 0


def test_posts_are_for_those_who_manage_there(compound, official, country):
    with pytest.raises(PermissionDenied):
        take_post(country[COMMUNITY], by=official, body=Body.RESIDENTS, title="主任", on=DAY, **PERSON)
    with pytest.raises(PermissionDenied):
        end_post(make_post(compound, Body.BRANCH), by=official, on=DAY)


def test_a_post_ends_once_and_after_it_began(compound, secretary):
    post = make_post(compound, Body.BRANCH)
    with pytest.raises(Refused, match="结束日期要晚于开始日期 2022-01-01"):
        end_post(post, by=secretary, on=date(2022, 1, 1))
    assert end_post(post, by=secretary, on=DAY) is False
    with pytest.raises(Refused, match="已于 2024-06-01 结束"):
        end_post(post, by=secretary, on=DAY)


def test_the_community_is_told_when_a_cross_post_ends(country, secretary):
    compound = make_compound(country["990101001001001"], name="银新苑")
    make_post(compound, Body.BRANCH, title="书记")
    chair = make_post(compound, Body.COMMITTEE, title="主任")
    end_post(chair, by=secretary, on=DAY)
    notice = Notice.objects.get()
    assert (notice.area, notice.body) == (
        country[COMMUNITY],
        "银新苑：业委会、物管会主任自 2024-06-01 起离任，本小区已没有交叉任职，请及时补充人选。",
    )
    assert Notice.objects.for_user(secretary).for_inbox(secretary).count() == 1


def test_the_notice_says_when_other_cross_posts_are_left(compound, secretary):
    for name in ("欧阳修远", "马秀兰"):
        make_post(compound, Body.BRANCH, name=name)
        chair = make_post(compound, Body.COMMITTEE, name=name)
    end_post(chair, by=secretary, on=DAY)
    assert "本小区还有其他交叉任职" in Notice.objects.get().body


def test_body_post_list_masks_marks_and_filters(desk, country, compound):
    make_post(compound, Body.BRANCH)
    make_post(compound, Body.COMMITTEE)
    make_post(country[COMMUNITY], Body.RESIDENTS, name="马秀兰", phone="13900139000")
    page = desk.get("/grids/bodies/").content.decode()
    assert ("欧**远" in page, "欧阳修远" in page, "13800138000" in page) == (True, False, False)
    for query, count in (
        ("crossing=true", 2),
        ("crossing=false", 1),
        ("body=residents", 1),
        ("as_of=2021-01-01", 0),
    ):
        assert len(list(desk.get(f"/grids/bodies/?{query}").context["page"])) == count


def test_body_post_list_takes_as_many_queries_for_three_rows_as_for_one(desk, compound):
    desk.get("/grids/bodies/")
    counts = []
    for number in (1, 3):
        while BodyPost.objects.count() < number:
            make_post(compound, Body.BRANCH, phone=f"1380013800{BodyPost.objects.count()}")
        with CaptureQueriesContext(connection) as asked:
            desk.get("/grids/bodies/")
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 12


def test_a_post_is_entered_revealed_and_ended_by_form(desk, compound):
    url = f"/grids/bodies/in/{COMMUNITY}/new/"
    given = {"body": "committee", "compound": compound.pk, "title": "主任", "on": "2024-01-01"} | PERSON
    assert desk.get(url).status_code == 200
    assert desk.post(url, given).status_code == 302
    again = desk.post(url, given)
    assert (again.status_code, "任期重叠" in again.content.decode()) == (400, True)
    post = BodyPost.objects.get()
    shown = desk.post(f"/grids/bodies/{post.pk}/reveal/name/", {"reason": "核对任职名单"})
    assert "欧阳修远" in shown.content.decode()
    assert (
        desk.post(f"/grids/bodies/{post.pk}/end/", {"on": "2024-06-01", "reason": "换届"}).status_code == 302
    )
    early = desk.post(f"/grids/bodies/{post.pk}/end/", {"on": "2023-06-01", "reason": "换届"})
    assert early.status_code == 409


def test_the_api_does_and_says_the_same(desk, compound):
    body = {
        "area": COMMUNITY,
        "body": "committee",
        "compound": compound.pk,
        "title": "主任",
        "on": "2024-01-01",
    }
    made = desk.post("/api/v1/body-posts/", body | PERSON, content_type="application/json")
    assert (made.status_code, made.json()["name_masked"]) == (201, "欧**远")
    again = desk.post("/api/v1/body-posts/", body | PERSON, content_type="application/json")
    assert (again.status_code, "任期重叠" in again.content.decode()) == (400, True)
    url = f"/api/v1/body-posts/{made.json()['id']}/end/"
    ended = desk.post(url, {"on": "2023-01-01", "reason": "换届"}, content_type="application/json")
    assert (ended.status_code, ended.json()["code"]) == (409, "ends_before_start")
    assert (
        desk.post(url, {"on": "2024-02-01", "reason": "换届"}, content_type="application/json").status_code
        == 204
    )
    elsewhere = body | PERSON | {"area": "990101002001"}
    assert desk.post("/api/v1/body-posts/", elsewhere, content_type="application/json").status_code in {
        400,
        404,
    }
