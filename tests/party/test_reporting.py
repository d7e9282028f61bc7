"""双报到: units and members report, posts are claimed and served, units are told."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from docx import Document

from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.party.actions import (
    claim_post,
    close_post,
    leave_unit,
    offer_post,
    recount_unit,
    release_claim,
    report_member,
    report_unit,
    send_feedback,
    write_service,
)
from governance.party.models import PostClaim, ReportingUnit, ServicePost, ServingMember
from governance.party.presenting.feedback import read_feedback
from governance.party.rules.quarters import is_over, last_over, span_of
from tests.factories.people import make_user
from tests.factories.reporting import (
    make_claim,
    make_post_kind,
    make_service,
    make_service_post,
    make_serving,
    make_unit,
)

COMMUNITY = "990101001001"
JSON = {"content_type": "application/json"}


@pytest.fixture
def community(country):
    return country[COMMUNITY]


@pytest.fixture
def secretary(community):
    return make_user("community_secretary", community)


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def test_a_unit_reports_once_at_a_time(community, secretary):
    report_unit(community, by=secretary, name="某局", on=date(2026, 1, 1), in_service_count=3)
    with pytest.raises(ValidationError, match="已向这个社区报到"):
        report_unit(community, by=secretary, name="某局", on=date(2026, 2, 1), in_service_count=3)


def test_no_more_members_report_than_are_in_service(community, secretary):
    unit = make_unit(community, in_service_count=1)
    member = report_member(unit, by=secretary, name="马秀兰", phone="13800138000", on=date(2026, 1, 1))
    assert (member.name_masked, member.open_value("phone")) == ("马*兰", "13800138000")
    with pytest.raises(Refused, match="不能多于"):
        report_member(unit, by=secretary, name="周立", on=date(2026, 1, 1))
    with pytest.raises(Refused, match="不能多于"):
        recount_unit(unit, by=secretary, in_service_count=0)
    recount_unit(unit, by=secretary, in_service_count=2)
    with pytest.raises(ValidationError, match="已经报到"):
        report_member(unit, by=secretary, name="马秀兰", phone="13800138000", on=date(2026, 2, 1))


def test_a_post_never_has_more_claims_than_places(community, secretary):
    post, unit = make_service_post(community, places=2), make_unit(community)
    first = claim_post(post, by=secretary, unit=unit)
    second = claim_post(post, by=secretary, unit=unit, member=make_serving(unit))
    assert (first.place_no, second.place_no) == (1, 2)
    with pytest.raises(Refused, match="2 个名额已经认领完"):
        claim_post(post, by=secretary, unit=unit)
    release_claim(first, by=secretary)
    assert claim_post(post, by=secretary, unit=unit).place_no == 1
    with pytest.raises(Refused, match="退岗"):
        release_claim(first, by=secretary)
    with pytest.raises(ValidationError, match="已经有人认领"):
        PostClaim(post=post, unit=unit, place_no=2).full_clean()


def test_only_who_reports_claims_and_only_what_is_offered(community, secretary):
    post, unit = make_service_post(community), make_unit(community)
    gone = make_unit(community, name="已走", valid=(date(2024, 1, 1), date(2025, 1, 1)))
    with pytest.raises(Refused, match="不在报到期间"):
        claim_post(post, by=secretary, unit=gone)
    with pytest.raises(Refused, match="请核对"):
        claim_post(post, by=secretary, unit=unit, member=make_serving(make_unit(community, name="别家")))
    close_post(post, by=secretary)
    with pytest.raises(Refused, match="停止"):
        claim_post(post, by=secretary, unit=unit)


def test_service_lies_between_claim_and_release(community, secretary):
    claim = make_claim(make_service_post(community), make_unit(community), claimed_on=date(2026, 3, 1))
    write_service(claim, by=secretary, on=date(2026, 3, 1), text="陪诊", result="顺利")
    for day in (date(2026, 2, 28), today() + timedelta(days=1)):
        with pytest.raises(Refused, match="认领之后"):
            write_service(claim, by=secretary, on=day, text="陪诊")


def test_leaving_ends_members_and_places(community, secretary):
    unit = make_unit(community)
    member = make_serving(unit)
    claim = make_claim(make_service_post(community), unit, member=member)
    with pytest.raises(Refused, match="还没有到"):
        leave_unit(unit, by=secretary, on=today() + timedelta(days=1))
    leave_unit(unit, by=secretary, on=date(2026, 6, 1))
    member.refresh_from_db()
    claim.refresh_from_db()
    assert (member.valid.upper, claim.released_on) == (date(2026, 6, 1),) * 2


@pytest.mark.parametrize(
    ("quarter", "first", "last"),
    [("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)), ("2025-Q4", date(2025, 10, 1), date(2025, 12, 31))],
)
def test_quarters_have_their_days(quarter, first, last):
    assert span_of(quarter) == (first, last)
    assert (is_over(quarter, last), is_over(quarter, last + timedelta(days=1))) == (False, True)
    assert last_over(last + timedelta(days=1)) == quarter


@pytest.fixture
def told(community):
    """A unit with two members, a claim and two records, one of them in the quarter."""
    unit = make_unit(community)
    member = make_serving(unit)
    make_serving(unit, "周立", "13900139000")
    claim = make_claim(make_service_post(community), unit, member=member)
    make_service(claim, date(2026, 8, 1))
    make_service(claim, date(2026, 4, 1), text="早先")
    return unit


def test_feedback_says_what_the_rows_of_the_quarter_say(told):
    found = read_feedback(told, "2026-Q3")
    assert (found.words, found.reported, len(found.claims)) == ("2026 年第三季度", 2, 1)
    assert [done.text for done in found.records] == ["陪诊"]


def test_the_sheet_is_the_same_on_paper_and_in_word(desk, told):
    page = f"/party/units/{told.pk}/feedback/2026-Q3/"
    shown = desk.get(page).content.decode()
    answer = desk.get(f"{page}word/")
    document = Document(BytesIO(answer.content))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    for words in ("在职党员 5 人", "报到 2 人", "认领岗位 1 个", "服务 1 次"):
        assert words in shown and words in text, words
    assert "陪诊" in cells and "马*兰" in cells and "马秀兰" not in cells
    assert desk.get(f"/party/units/{told.pk}/feedback/2026-Q9/").status_code == 404


def test_feedback_is_sent_once_when_the_quarter_is_over(told, secretary):
    send_feedback(told, by=secretary, quarter="2026-Q3")
    with pytest.raises(ValidationError, match="已经反馈过"):
        send_feedback(told, by=secretary, quarter="2026-Q3")
    with pytest.raises(Refused, match="还没有结束"):
        send_feedback(told, by=secretary, quarter="2099-Q1")


def test_pages_from_reporting_to_feedback(desk, community):
    sent = {"area": community.pk, "name": "某区教育局", "in_service_count": 2, "on": "2026-01-01"}
    unit = desk.post("/party/units/report/", sent).url
    assert (
        desk.post(f"{unit}members/new/", {"name": "马秀兰", "phone": "13800138000", "on": "2026-01-02"}).url
        == unit
    )
    member = ServingMember.objects.get()
    assert "马秀兰" not in desk.get(unit).content.decode()
    revealed = desk.post(f"/party/units/members/{member.pk}/name/", {"reason": "通知活动"})
    assert "马秀兰" in revealed.content.decode()
    offered = {"area": community.pk, "kind": make_post_kind().pk, "text": "护学岗", "places": 1}
    post = desk.post("/party/posts/offer/", offered).url
    taken = {"unit": member.unit_id, "member": member.pk}
    assert desk.post(f"{post}claim/", taken).status_code == 302
    assert desk.post(f"{post}claim/", taken).status_code == 409
    claim = PostClaim.objects.get()
    done = {"on": today(), "text": "护送放学", "result": "秩序良好"}
    assert desk.post(f"{post}claims/{claim.pk}/service/", done).status_code == 302
    assert "护送放学" in desk.get(post).content.decode()
    assert desk.post(f"{unit}feedback/{last_over(today())}/send/").url == unit
    assert desk.post(f"{post}claims/{claim.pk}/release/").status_code == 302
    assert desk.post(f"{unit}leave/", {"on": str(today())}).status_code == 302
    assert "结束报到" in desk.get(unit).content.decode()


def test_lists_filter(desk, community):
    full, short = make_unit(community, name="都报到", in_service_count=1), make_unit(community)
    make_serving(full)
    free, taken = make_service_post(community), make_service_post(community, places=1)
    make_claim(taken, short)

    def found(address, **query):
        return [row.pk for row in desk.get(address, query).context["page"]]

    assert found("/party/units/", short="true") == [short.pk]
    assert found("/party/units/", short="false") == [full.pk]
    assert found("/party/posts/", free="true") == [free.pk]
    assert found("/party/posts/", free="false") == [taken.pk]


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_take_a_constant_number_of_queries(desk, community, rows, django_assert_max_num_queries):
    unit, post = make_unit(community), make_service_post(community, places=9)
    for number in range(1, rows + 1):
        member = make_serving(unit, f"马{number}", f"1380013800{number}")
        make_service(make_claim(post, unit, member=member, place_no=number))
    for address in (
        "/party/units/", "/party/posts/", f"/party/units/{unit.pk}/", f"/party/posts/{post.pk}/",
        f"/party/units/{unit.pk}/feedback/2026-Q3/",
    ):  # fmt: skip
        with django_assert_max_num_queries(11):
            assert desk.get(address).status_code == 200


def test_api_has_the_same_verbs(desk, community):
    new = {"area": COMMUNITY, "name": "某局", "in_service_count": 2, "on": "2026-01-01"}
    made = desk.post("/api/v1/reporting-units/", new, **JSON)
    assert made.status_code == 201, made.content
    unit = f"/api/v1/reporting-units/{made.json()['id']}/"
    assert desk.post(f"{unit}report/", {"name": "马秀兰", "on": "2026-01-02"}, **JSON).json()["reported"] == 1
    assert desk.post(f"{unit}recount/", {"in_service_count": 0}, **JSON).status_code == 409
    offered = {"area": COMMUNITY, "kind": make_post_kind().pk, "text": "护学岗", "places": 1}
    post = desk.post("/api/v1/service-posts/", offered, **JSON).json()
    at = f"/api/v1/service-posts/{post['id']}/"
    taken = {"unit": made.json()["id"]}
    assert desk.post(f"{at}claim/", taken, **JSON).json()["claimed"] == 1
    assert desk.post(f"{at}claim/", taken, **JSON).status_code == 409
    link = PostClaim.objects.get().pk
    done = {"link": link, "on": str(today()), "text": "护送"}
    assert desk.post(f"{at}service/", done, **JSON).status_code == 200
    assert desk.post(f"{at}release/", {"link": link}, **JSON).json()["claimed"] == 0
    assert desk.post(f"{at}close/", {}, **JSON).json()["closed_on"] == str(today())
    assert desk.post(f"{unit}feedback/", {"quarter": "2026-Q3"}, **JSON).status_code == 200
    assert desk.post(f"{unit}feedback/", {"quarter": "2026-Q3"}, **JSON).status_code == 400
    member = ServingMember.objects.get().pk
    ended = desk.post(f"{unit}end_member/", {"link": member, "on": str(today())}, **JSON)
    assert ended.json()["reported"] == 0
    assert desk.post(f"{unit}leave/", {"on": str(today())}, **JSON).status_code == 200
    assert desk.get("/api/v1/reporting-units/").json()["results"] == []


def test_offer_refuses_places_beyond_reason(community, secretary):
    with pytest.raises(ValidationError, match="名额"):
        offer_post(community, by=secretary, kind=make_post_kind(), text="x", places=0)
    assert (ServicePost.objects.count(), ReportingUnit.objects.count()) == (0, 0)
