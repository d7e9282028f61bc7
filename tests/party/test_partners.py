"""Partners and their agreements: verbs, pages, API, reminder."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from PIL import Image

from governance.audit.models import AuditEvent
from governance.dispatch.reminders.party import ending_agreements
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.party.actions import end_partner, renew_agreement, sign_partner
from governance.party.models import Partner, PartnerAgreement
from tests.factories.partners import make_agreement, make_league, make_league_seat, make_signed
from tests.factories.party import make_partner
from tests.factories.people import make_user

COMMUNITY, OTHER = "990101001001", "990101002001"
AGREED = {"number": "共建〔2026〕7号", "purpose": "法律咨询进社区", "due_on": date(2029, 1, 1)}
SIGNED = {"name": "某律师事务所", "kind": "company", "on": date(2026, 1, 1), **AGREED}


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


def test_sign_keeps_the_partner_with_its_agreement_and_seals_the_contact(community, secretary):
    partner = sign_partner(community, by=secretary, contact="周立", phone="13800138000", **SIGNED)
    agreement = partner.agreements.get()
    assert (partner.signed_on, agreement.valid.lower, agreement.valid.upper) == (date(2026, 1, 1),) * 2 + (
        None,
    )
    assert (agreement.contact_masked, agreement.open_value("phone")) == ("周*", "13800138000")
    assert "13800138000" not in agreement.phone_sealed
    assert AuditEvent.objects.filter(action="party.sign_partner").count() == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"due_on": date(2025, 12, 31)}, "到期日期须晚于签约日期"),
        ({"uscc": "91350100M000100Y40"}, "校验"),
        ({"name": "某银行支行"}, "这里已有同名的共建单位"),
    ],
)
def test_sign_refuses_what_cannot_be(community, secretary, change, words):
    make_partner(community)
    with pytest.raises(ValidationError) as refused:
        sign_partner(community, by=secretary, **{**SIGNED, **change})
    assert words in str(refused.value.messages)
    assert Partner.objects.count() == 1


def test_sign_waits_for_the_day(community, secretary):
    with pytest.raises(Refused):
        sign_partner(community, by=secretary, **{**SIGNED, "on": today() + timedelta(days=1)})


def test_renew_ends_the_earlier_agreement_and_keeps_the_contact(community, secretary):
    partner = make_signed(community)
    made = renew_agreement(partner, by=secretary, on=date(2026, 2, 1), **AGREED)
    earlier = partner.agreements.get(number="共建〔2021〕1号")
    assert earlier.valid.upper == date(2026, 2, 1)
    assert (made.open_value("contact"), made.open_value("phone")) == ("周立", "13800138000")


def test_renew_never_reaches_behind_the_present_agreement(community, secretary):
    partner = make_partner(community)
    make_agreement(partner, on=date(2026, 3, 1))
    with pytest.raises(Refused) as refused:
        renew_agreement(partner, by=secretary, on=date(2026, 2, 1), **AGREED)
    assert "2026-03-01" in refused.value.message


def test_two_agreements_never_run_on_one_day(community):
    partner = make_signed(community)
    with pytest.raises(ValidationError, match="协议重叠"):
        PartnerAgreement(
            partner=partner, number="x", purpose="y", valid=(date(2025, 1, 1), None), due_on=date(2027, 1, 1)
        ).full_clean()


def test_end_ends_agreement_and_seats_with_it(community, secretary):
    seat = make_league_seat(community)
    make_agreement(seat.partner)
    end_partner(seat.partner, by=secretary, on=date(2026, 5, 1), reason="单位搬迁")
    seat.refresh_from_db()
    assert (seat.valid.upper, seat.partner.agreements.get().valid.upper) == (date(2026, 5, 1),) * 2
    with pytest.raises(Refused):
        end_partner(seat.partner, by=secretary, on=date(2026, 6, 1), reason="再次")


def test_who_may_only_look_signs_nothing(community):
    with pytest.raises(PermissionDenied):
        sign_partner(community, by=make_user("county_official", community), **SIGNED)


def test_list_shows_the_agreement_and_filters_by_its_end(desk, community):
    make_signed(community, name="甲单位")
    soon = make_partner(community, name="乙单位")
    make_agreement(soon, due_on=today() + timedelta(days=59))
    make_partner(community, name="丙单位")

    def names(**query):
        return [row.name for row in desk.get("/party/partners/", query).context["page"]]

    assert names() == ["甲单位", "乙单位", "丙单位"]
    assert names(agreement="due") == ["乙单位"]
    assert names(agreement="none") == ["丙单位"]
    assert names(q="甲") == ["甲单位"]


@pytest.mark.parametrize("rows", [1, 3])
def test_list_and_page_take_a_constant_number_of_queries(
    desk, community, rows, django_assert_max_num_queries
):
    for number in range(rows):
        partner = make_signed(community, name=f"单位{number}")
    with django_assert_max_num_queries(8):
        desk.get("/party/partners/")
    with django_assert_max_num_queries(10):
        desk.get(f"/party/partners/{partner.pk}/")


def test_pages_sign_renew_and_end(desk, community, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    scan = tmp_path / "scan.png"
    Image.new("RGB", (30, 20), "white").save(scan)
    with scan.open("rb") as file:
        sent = {**SIGNED, "area": community.pk, "contact": "周立", "scan": file}
        answer = desk.post("/party/partners/sign/", sent)
    partner = Partner.objects.get()
    assert answer.url == f"/party/partners/{partner.pk}/"
    assert "查看" in desk.get(answer.url).content.decode()
    assert desk.post(f"{answer.url}renew/", {**AGREED, "on": "2026-03-01"}).status_code == 302
    assert desk.post(f"{answer.url}end/", {"on": "2026-04-01", "reason": "合并"}).status_code == 302
    assert "已于 2026-04-01 解约" in desk.get(answer.url).content.decode()


def test_a_wrong_form_comes_back_with_a_sentence_and_writes_nothing(desk, community):
    answer = desk.post("/party/partners/sign/", {**SIGNED, "area": community.pk, "due_on": "2020-01-01"})
    assert answer.status_code == 400
    assert "到期日期须晚于签约日期" in answer.content.decode()
    assert Partner.objects.count() == 0


def test_the_contact_is_seen_for_a_reason_only(desk, community):
    agreement = make_signed(community).agreements.get()
    address = f"/party/partners/{agreement.partner_id}/agreements/{agreement.pk}/phone/"
    assert desk.post(address, {"reason": ""}).status_code == 409
    answer = desk.post(address, {"reason": "约定活动时间"})
    assert "13800138000" in answer.content.decode()
    assert AuditEvent.objects.filter(action="personal.reveal").count() == 1
    assert desk.post(address.replace("/phone/", "/seal/"), {"reason": "约定活动时间"}).status_code == 404


def test_api_signs_renews_ends_and_filters_like_the_page(desk, community):
    api = "/api/v1/partners/"
    kind = {"content_type": "application/json"}
    made = desk.post(api, {**SIGNED, "area": COMMUNITY}, **kind)
    assert made.status_code == 201, made.content
    pk = made.json()["id"]
    assert made.json()["agreement_no"] == AGREED["number"]
    again = desk.post(api, {**SIGNED, "area": COMMUNITY}, **kind)
    assert (again.status_code, "已有同名" in again.content.decode()) == (400, True)
    renewed = desk.post(f"{api}{pk}/renew/", {**AGREED, "number": "新", "on": "2026-03-01"}, **kind)
    assert renewed.json()["agreement_no"] == "新"
    assert [row["id"] for row in desk.get(api, {"q": "律师"}).json()["results"]] == [pk]
    ended = desk.post(f"{api}{pk}/end/", {"on": "2026-04-01", "reason": "合并"}, **kind)
    assert ended.json()["ended_on"] == "2026-04-01"
    assert desk.get(api).json()["results"] == []


def test_agreements_that_end_within_sixty_days_come_before_the_dispatch(country, community):
    day = today()
    for days, code in ((60, COMMUNITY), (61, COMMUNITY), (-3, COMMUNITY), (10, OTHER)):
        make_agreement(make_partner(country[code], name=f"{days}"), due_on=day + timedelta(days=days))
    items = ending_agreements(community, day)
    assert [(item.title, item.days_late, item.lag) for item in items] == [
        ("-3", 3, "到期 3 天"),
        ("60", 0, "还有 60 天到期"),
    ]


def test_a_league_takes_only_live_partners(desk, community):
    league = make_league(community)
    gone = make_partner(community, ended_on=date(2025, 1, 1))
    answer = desk.post(f"/party/groups/leagues/{league.pk}/join/", {"partner": gone.pk, "on": "2026-01-01"})
    assert answer.status_code == 400
