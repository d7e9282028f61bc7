"""Series through the API: the same verbs, the same sentences."""

import io

import pytest
from docx import Document

from disputes.models import Dispute, Series
from tests.factories.disputes import make_dispute
from tests.factories.series import make_household, make_series

API = "/api/v1/series/"
HOUSEHOLDS = "/api/v1/series-households/"
TEXT = "{姓名}（{户}）应于{期限}前向{对方}付清{金额}元。"


@pytest.fixture
def series(grid):
    return make_series(make_dispute(grid), households=3, agreement_text=TEXT, deadline="2026-12-31")


@pytest.fixture
def desk(client, dispatcher):
    client.force_login(dispatcher)
    return client


def post(desk, address: str, **body):
    return desk.post(address, body, content_type="application/json")


def test_series_is_opened_changed_and_read(desk, grid):
    lead, other = make_dispute(grid), make_dispute(grid, place="5号楼301")
    opened = post(desk, API, title="漏水系列案", lead=lead.case.number, also=[other.case.number])
    assert (opened.status_code, opened.json()["households"]) == (201, 1)

    address = f"{API}{opened.json()['id']}/"
    changed = post(desk, f"{address}change/", counterpart="某开发公司")
    assert (changed.json()["title"], changed.json()["counterpart"]) == ("漏水系列案", "某开发公司")
    wrong = post(desk, f"{address}change/", agreement_text="交{数额}")
    assert (wrong.status_code, wrong.json()["code"]) == (409, "bad_template")
    assert desk.get(API).json()["results"][0]["lead_number"] == lead.case.number


def test_foreign_lead_is_answered_like_an_unknown_one(desk, country):
    foreign = make_dispute(country["990102001"]).case.number
    answers = [post(desk, API, title="漏水", lead=number).json() for number in (foreign, "没有")]

    assert [answer["code"] for answer in answers] == ["invalid", "invalid"]
    assert Series.objects.count() == 0


def test_households_are_moved_and_moved_back(desk, series):
    address = f"{API}{series.pk}/"
    paid = post(desk, f"{address}step/", step="pay", note="到账", rows=[series.members.first().pk], version=1)
    assert paid.json()["states"]["paid"] == {"households": 1, "due_cents": 120_000, "paid_cents": 120_000}
    told = post(desk, f"{address}step/", step="inform", note="会上", everyone=True, state="listed")
    assert (told.json()["states"]["informed"]["households"], told.json()["settled"]) == (2, 1)

    back = post(desk, f"{address}undo/", step=told.json()["steps"][0]["id"], note="点错了")
    assert back.json()["states"]["listed"]["households"] == 2


def test_what_the_page_refuses_the_api_refuses_in_the_same_words(desk, series):
    address = f"{API}{series.pk}/"
    nobody = post(desk, f"{address}step/", step="inform", note="会上")
    no_reason = post(desk, f"{address}step/", step="inform", everyone=True)
    unknown = post(desk, f"{address}step/", step="vanish", note="会上", everyone=True)
    early = post(desk, f"{address}close/", note="办完")
    post(desk, f"{address}step/", step="pay", note="到账", everyone=True)
    stale = post(desk, f"{address}step/", step="resign", note="续签", everyone=True, version=1)

    assert [answer.json()["code"] for answer in (nobody, no_reason, unknown, early, stale)] == [
        "nothing_chosen", "reason_required", "invalid", "undecided", "stale",
    ]  # fmt: skip
    assert "刚刚被别人改过" in stale.json()["detail"]


def test_households_are_listed_masked_and_narrowed(desk, series):
    make_household(series, "北2户", state="refused")

    rows = desk.get(HOUSEHOLDS, {"series": series.pk, "state": "refused"}).json()["results"]

    assert [(row["household"], row["name"], row["phone_masked"]) for row in rows] == [
        ("北2户", "欧**远", "138****8000")
    ]
    table = desk.get(HOUSEHOLDS, {"series": series.pk, "format": "csv"}).getvalue().decode()
    assert ("北2户" in table, "欧阳修远" in table) == (True, False)


@pytest.mark.parametrize("address", [API, HOUSEHOLDS])
def test_lists_cost_the_same_for_more_rows(address, desk, series, django_assert_num_queries):
    desk.get(address)
    with django_assert_num_queries(4):
        desk.get(address)
    for _number in range(10):
        make_household(series)
    make_series(make_dispute(series.area))
    with django_assert_num_queries(4):
        desk.get(address)


def test_household_is_entered_put_right_and_taken_off(desk, series):
    made = post(desk, HOUSEHOLDS, series=series.pk, household="５ 号", name="李四", phone="13900139000")
    assert (made.status_code, made.json()["household"]) == (201, "5号")
    twice = post(desk, HOUSEHOLDS, series=series.pk, household="5号")
    assert (twice.status_code, twice.json()["code"]) == (409, "household_twice")

    address = f"{HOUSEHOLDS}{made.json()['id']}/"
    changed = post(desk, f"{address}change/", due_cents=500, paid_cents=200)
    assert (changed.json()["due_cents"], changed.json()["phone_masked"]) == (500, "139****9000")
    assert post(desk, f"{address}remove/", note="").json()["code"] == "reason_required"
    assert post(desk, f"{address}remove/", note="重复登记").status_code == 204
    assert desk.get(address).status_code == 404


def test_household_with_a_history_is_not_taken_off(desk, series):
    post(desk, f"{API}{series.pk}/step/", step="inform", note="会上", everyone=True)

    refused = post(desk, f"{HOUSEHOLDS}{series.members.first().pk}/remove/", note="重复")

    assert (refused.status_code, refused.json()["code"]) == (409, "has_history")


def test_agreements_are_filled_for_each_household(desk, series):
    make_household(series, "北2户", name="", due_cents=None)

    answer = post(desk, f"{API}{series.pk}/agreements/", everyone=True)

    paper = Document(io.BytesIO(answer.getvalue()))
    lines = [paragraph.text for paragraph in paper.paragraphs]
    assert lines.count("调解协议书") == 4
    assert "欧阳修远（1号）应于2026年12月31日前向某物业公司付清1,200元。" in lines
    assert "________（北2户）应于2026年12月31日前向某物业公司付清________元。" in lines
    assert round(paper.sections[0].top_margin.mm) == 37


def test_agreements_without_a_template_are_refused(desk, grid):
    series = make_series(make_dispute(grid))

    refused = post(desk, f"{API}{series.pk}/agreements/", everyone=True)

    assert (refused.status_code, refused.json()["code"]) == (409, "no_template")


def test_refused_households_get_disputes_of_their_own(desk, series):
    post(desk, f"{API}{series.pk}/step/", step="refuse", note="不同意", everyone=True)

    answer = post(desk, f"{API}{series.pk}/disputes/", everyone=True, state="refused")

    assert answer.status_code == 200
    member = series.members.select_related("dispute__case").first()
    case = member.dispute.case
    assert (case.title, case.area_code, case.place) == ("物业费系列案：1号", series.area_code, "1号")
    assert {(party.role, party.name, party.claim_cents) for party in member.dispute.parties.all()} == {
        ("applicant", "欧阳修远", 120_000), ("respondent", "某物业公司", None),
    }  # fmt: skip
    assert Dispute.objects.count() == 4
    again = post(desk, f"{API}{series.pk}/disputes/", rows=[member.pk])
    assert (again.status_code, again.json()["code"]) == (409, "has_dispute")


def test_registered_dispute_joins_once(desk, series, grid):
    other = make_dispute(grid, place="7号")
    joined = post(desk, f"{API}{series.pk}/disputes/add/", number=other.case.number)
    assert (joined.status_code, joined.json()["households"]) == (200, 4)

    again = post(desk, f"{API}{series.pk}/disputes/add/", number=other.case.number)

    assert (again.status_code, again.json()["code"]) == (409, "in_series")
