"""Pages of assessment: what they show, what their forms say, how often they ask the database."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from governance.kernel.days import today
from property.models import (
    AssessmentMandate,
    AssessmentRound,
    CompanyCard,
    ItemScore,
    ScoreAppeal,
    ScoreSheet,
)
from property.states.assessment import RoundState, SheetState
from tests.factories import assessment as made
from tests.factories.casework import make_rules
from tests.factories.grids import make_compound
from tests.factories.people import make_user
from tests.factories.property import make_company, make_contract

S = RoundState


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def community(country):
    return country["990101001001"]


@pytest.fixture
def desk(client, county):
    client.force_login(make_user("property_officer", county))
    return client


@pytest.fixture
def own(client, community):
    """The community's secretary, with mandates for its own sheet and the owners'."""
    for rater in ("community", "owners"):
        made.make_mandate(community, rater)
    client.force_login(make_user("community_secretary", community))
    return client


@pytest.fixture
def street(client, country):
    client.force_login(make_user("street_dispatcher", country["990101001"]))
    return client


@pytest.fixture(autouse=True)
def _files_go_to(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def text_of(response) -> str:
    return response.content.decode()


def errors_of(response) -> list[str]:
    assert response.status_code == 400
    return [str(error) for errors in response.context["form"].errors.values() for error in errors]


def picture(name: str = "现场.png"):
    file = BytesIO()
    Image.new("RGB", (40, 30), "white").save(file, "PNG")
    file.seek(0)
    file.name = name
    return file


def queries(client, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


# Sheets and mandates


def test_a_sheet_is_drafted_changed_and_put_in_force(desk, county):
    preset = made.make_score_preset()
    answer = desk.post(
        "/property/score-sheets/draft/",
        {"name": "2026 版", "area": county.pk, "preset": preset.pk},
        follow=True,
    )
    sheet = ScoreSheet.objects.get()
    assert "党建引领" in text_of(answer)
    page = desk.get(f"/property/score-sheets/{sheet.pk}/revise/")
    given = {name: page.context["form"][name].value() for name in page.context["form"].fields}
    lines = given["items"].splitlines()
    assert errors_of(
        desk.post(f"/property/score-sheets/{sheet.pk}/revise/", given | {"items": "\n".join(lines[1:])})
    ) == ["各项分值相加是 96，要等于 100，请调整。"]
    assert errors_of(
        desk.post(f"/property/score-sheets/{sheet.pk}/revise/", given | {"weight_owners": 5})
    ) == ["各评分方权重相加是 95，要等于 100，请调整。"]
    assert errors_of(
        desk.post(f"/property/score-sheets/{sheet.pk}/revise/", given | {"items": "保洁 清扫 100"})
    ) == ["第 1 行要写成“栏目｜考核内容｜分值”，分值是整数。"]
    pasted = "\n".join(line.replace("｜", "\t") for line in lines)
    assert (
        desk.post(f"/property/score-sheets/{sheet.pk}/revise/", given | {"items": pasted}).status_code == 302
    )
    assert desk.post(f"/property/score-sheets/{sheet.pk}/enforce/").status_code == 302
    sheet.refresh_from_db()
    assert (sheet.state, sheet.items.count()) == (SheetState.IN_FORCE, 20)
    assert desk.post(f"/property/score-sheets/{sheet.pk}/revise/", given).status_code == 409
    desk.post(f"/property/score-sheets/{sheet.pk}/renew/", given | {"name": "2027 版"})
    assert ScoreSheet.objects.filter(name="2027 版", state=SheetState.DRAFT).count() == 1


def test_the_right_to_assess_is_handed_down_and_taken_back(desk, community):
    given = {
        "rater": "community",
        "area": community.pk,
        "from_on": "2026-01-01",
        "order_no": "住建〔2026〕1号",
    }
    assert desk.post("/property/mandates/give/", given).status_code == 302
    assert errors_of(desk.post("/property/mandates/give/", given)) == [
        "这里此期间已有同样的考核授权，请先终止原授权。"
    ]
    assert errors_of(desk.post("/property/mandates/give/", given | {"rater": "street"})) == [
        "镇街的考核授权要给到镇街或社区，请重新选择区划。"
    ]
    mandate = AssessmentMandate.objects.get()
    assert "住建〔2026〕1号" in text_of(desk.get("/property/mandates/"))
    desk.post(f"/property/mandates/{mandate.pk}/end/", {"on": today().isoformat(), "reason": "收回"})
    assert not AssessmentMandate.objects.live_on(today()).exists()


# Rounds


def test_a_round_is_opened_started_and_not_doubled(desk, county, community):
    made.make_sheet(county)
    make_contract(make_compound(community), make_company(county))
    quarter = desk.get("/property/rounds/open/").context["form"].fields["begins_on"].choices[0][0]
    given = {
        "area": county.pk, "begins_on": quarter, "scoring_from": today().isoformat(),
        "scoring_to": (today() + timedelta(days=10)).isoformat(),
    }  # fmt: skip
    answer = desk.post("/property/rounds/open/", given, follow=True)
    round_ = AssessmentRound.objects.get()
    assert "开始打分" in text_of(answer)
    assert errors_of(desk.post("/property/rounds/open/", given)) == [
        "这个区划这一季度已有考核轮次，请在原轮次里办理。"
    ]
    page = desk.post(f"/property/rounds/{round_.pk}/start/", follow=True)
    assert page.context["progress"] == [
        {"code": "990101001", "name": "街道001", "total": 1, "done": [0, 0, 0, 0]}
    ]
    assert "还有 1 个项目没有打分" in text_of(page)
    assert desk.post(f"/property/rounds/{round_.pk}/hear/").status_code == 409
    desk.post(f"/property/rounds/{round_.pk}/cancel/", {"reason": "标准有误"})
    round_.refresh_from_db()
    assert (round_.state, round_.cancel_reason) == (S.CANCELLED, "标准有误")


def test_the_pages_of_lists_and_rounds_ask_as_often_for_three_as_for_one(desk, county, community):
    round_ = made.make_round(county, S.APPEAL)
    lists = ("rounds", "assessments", "score-sheets", "mandates", "rectifications", "cards")
    pages = [f"/property/{name}/" for name in lists] + [f"/property/rounds/{round_.pk}/"]

    def more(number: int):
        assessment = made.make_assessment(community, round_)
        made.rate(assessment, lost=(3,))
        made.make_appeal(assessment)
        made.make_rectification(community, assessment)
        made.make_mandate(
            community, "owners", since=date(2000 + number, 1, 1), until=date(2000 + number, 2, 1)
        )
        made.make_card(make_company(county))
        made.make_round(county, S.CANCELLED, cancel_reason="试行")
        made.make_sheet(county, SheetState.DRAFT)

    more(1)
    for url in pages:
        desk.get(url)
    once = [queries(desk, url) for url in pages]
    more(2)
    more(3)
    assert [queries(desk, url) for url in pages] == once
    assert max(once) <= 12


# One project


def full(assessment, **changes) -> dict:
    """The boxes of the form as they stand there, with what is changed by item number: `marks_1`."""
    given = {}
    for number, item in enumerate(assessment.round.sheet.items.all(), start=1):
        given[f"marks_{item.pk}"] = changes.get(f"marks_{number}", item.marks)
        given[f"reason_{item.pk}"] = changes.get(f"reason_{number}", "")
        if f"photo_{number}" in changes:
            given[f"photo_{item.pk}"] = changes[f"photo_{number}"]
    return given


def test_the_form_has_full_marks_and_only_deductions_are_typed(own, community):
    assessment = made.make_assessment(community)
    url = f"/property/assessments/{assessment.pk}/score/community/"
    form = own.get(url).context["form"]
    assert [form[name].value() for name in form.fields if name.startswith("marks")] == [60, 40]
    assert errors_of(own.post(url, full(assessment, marks_1=61, marks_2=38))) == [
        "“保洁：楼道每日清扫”最高 60 分，填的是 61 分，请改正。",
        "“消防：通道畅通”扣了 2 分，请写明扣分理由。",
    ]
    given = full(assessment, marks_2=38, reason_2="三单元通道堆物 🚧", photo_2=picture())
    page = own.post(url, given, follow=True)
    lost = ItemScore.objects.get(marks=38)
    assert (lost.reason, lost.evidence.view_right) == ("三单元通道堆物 🚧", "assessment.view")
    assert "98.00" in text_of(page)
    assert page.context["missing_words"] == "镇街、住建部门、业主没有评分，权重按比例分给其他评分方。"


def test_a_score_after_the_window_or_by_another_rater_is_refused_on_the_page(own, community, county):
    assessment = made.make_assessment(community)
    answer = own.get(f"/property/assessments/{assessment.pk}/score/street/")
    assert answer.status_code == 409
    assert "您的岗位不在" in text_of(answer)
    day = today() - timedelta(days=1)
    AssessmentRound.objects.update(scoring_to=day)
    answer = own.post(f"/property/assessments/{assessment.pk}/score/community/", full(assessment))
    assert answer.status_code == 409
    assert f"打分期已于 {day} 结束，不能再打分或修改。" in text_of(answer)
    assert not ItemScore.objects.exists()


def test_a_file_that_is_no_picture_leaves_what_was_typed(own, community):
    assessment = made.make_assessment(community)
    given = full(assessment, marks_1=50, reason_1="楼道有堆物", photo_1=SimpleUploadedFile("a.png", b"text"))
    answer = own.post(f"/property/assessments/{assessment.pk}/score/community/", given)
    assert answer.status_code == 409
    assert 'value="50"' in text_of(answer)
    assert not ItemScore.objects.exists()


def test_slips_are_entered_as_counts(own, community):
    assessment = made.make_assessment(community)
    url = f"/property/assessments/{assessment.pk}/slips/"
    assert errors_of(own.post(url, {"satisfied": 0, "fair": 0, "unsatisfied": 0})) == [
        "至少要有一张有效票；没有收回业主评议的，不用登记。"
    ]
    page = own.post(url, {"satisfied": 6, "fair": 3, "unsatisfied": 1}, follow=True)
    assert page.context["parts"][3]["marks"] == "84.00"


def test_a_rater_finds_what_waits_for_it(own, county, community):
    rated, waiting = (made.make_assessment(community) for _number in range(2))
    made.rate(rated)
    made.make_assessment(community, made.make_round(county, S.PUBLISHED, begins_on=date(2024, 1, 1)))
    page = own.get("/property/assessments/?waits_for=community")
    assert [row["assessment"].pk for row in page.context["rows"]] == [waiting.pk]
    assert "待社区评分" in text_of(page)
    assert own.get("/property/assessments/?waits_for=owners").context["page"].count == 2


def test_a_project_elsewhere_is_not_found(own, country):
    assessment = made.make_assessment(country["990101002001"])
    for path in ("", "score/community/", "slips/", "sheet/"):
        assert own.get(f"/property/assessments/{assessment.pk}/{path}").status_code == 404


def test_an_appeal_is_recorded_and_decided(street, client, county, community):
    assessment = made.make_assessment(community, made.make_round(county, S.APPEAL))
    made.rate(assessment, lost=(6,))
    url = f"/property/assessments/{assessment.pk}/appeal/"
    item = assessment.round.sheet.items.first()
    given = {"item": item.pk, "text": "当天已清理", "handed_on": today().isoformat(), "photos": [picture()]}
    assert street.post(url, given).status_code == 302
    appeal = ScoreAppeal.objects.get()
    assert appeal.evidence.count() == 1
    assert errors_of(street.post(url, given | {"photos": []})) == ["这一项已有申诉等待裁定，不用重复登记。"]
    client.force_login(make_user("property_officer", county))
    decide = f"/property/appeals/{appeal.pk}/decide/"
    assert errors_of(client.post(decide, {"verdict": "partly", "reason": "部分属实"})) == [
        "部分成立的要写明裁定得分，在 0 到 59 之间。"
    ]
    page = client.post(decide, {"verdict": "partly", "marks": 58, "reason": "部分属实"}, follow=True)
    assert "改为 58 分。" in text_of(page)
    assert "更正记录" in text_of(page)


def test_an_appeal_after_the_window_is_refused_on_the_page(street, county, community):
    round_ = made.make_round(county, S.APPEAL, appeal_to=today() - timedelta(days=1))
    assessment = made.make_assessment(community, round_)
    made.rate(assessment, lost=(6,))
    item = round_.sheet.items.first()
    given = {"item": item.pk, "text": "当天已清理", "handed_on": today().isoformat()}
    answer = street.post(f"/property/assessments/{assessment.pk}/appeal/", given)
    assert answer.status_code == 409
    assert "申诉期已于" in text_of(answer)


def test_the_page_of_a_project_asks_as_often_with_more_rows(desk, county, community):
    assessment = made.make_assessment(community, made.make_round(county, S.APPEAL))
    made.rate(assessment, lost=(6,))
    made.make_appeal(assessment)
    url = f"/property/assessments/{assessment.pk}/"
    desk.get(url)
    once = queries(desk, url)
    made.rate(assessment, "street", lost=(6, 4))
    made.rate(assessment, "housing", lost=(6, 4))
    made.make_appeal(assessment, item=assessment.round.sheet.items.last())
    assert queries(desk, url) == once
    assert once <= 12


# Rectification, cards, results


def test_tickets_are_issued_answered_and_checked_on_their_pages(desk, client, country, county, community):
    make_rules()
    assessment = made.make_assessment(community, made.make_round(county, S.APPEAL))
    made.rate(assessment, lost=(6, 4))
    page = desk.post(f"/property/assessments/{assessment.pk}/rectify/", follow=True)
    assert "已下达 2 份整改通知。" in text_of(page)
    ticket = assessment.rectifications.order_by("pk").first()
    url = f"/property/rectifications/{ticket.case.number}/"
    client.force_login(make_user("street_dispatcher", country["990101001"]))
    assert ticket.case.title in text_of(client.get("/cases/"))
    assert client.post(url + "answer/", {"note": ""}).status_code == 400
    answer = {"note": "已清理", "answered_on": today().isoformat(), "photos": [picture()]}
    assert client.post(url + "answer/", answer).status_code == 302
    assert client.post(url + "accept/", {}).status_code == 403
    client.force_login(make_user("property_officer", county))
    page = client.post(url + "accept/", {}, follow=True)
    assert "整改到位" in text_of(page)
    assert "已清理" in text_of(page)
    assert client.post(url + "fail/", {"note": "再来"}).status_code == 409


def test_cards_show_on_the_page_of_the_company_and_are_lifted(desk, county):
    company = make_company(county)
    card = made.make_card(company, reason="整改不到位的事由")
    page = f"/property/companies/{company.pk}/"
    assert "整改不到位的事由" in text_of(desk.get(page))
    assert desk.post(f"/property/cards/{card.pk}/lift/", {"reason": "复查合格"}).status_code == 302
    assert "整改不到位的事由" not in text_of(desk.get(page))
    assert desk.post(f"/property/cards/{card.pk}/lift/", {"reason": "再来"}).status_code == 409
    assert CompanyCard.objects.get().lift_reason == "复查合格"


@pytest.fixture
def published(county, community):
    """A round with two projects of two companies, one of them with a deduction."""
    round_ = made.make_round(county, S.PUBLISHED)
    first = made.make_assessment(community, round_, total=9_500, grade="A")
    made.rate(first, lost=(5,))
    made.make_assessment(community, round_, total=7_800, grade="C")
    return first


def test_a_published_result_is_a_sheet_for_the_compound_and_a_list_for_the_office(desk, published):
    sheet = text_of(desk.get(f"/property/assessments/{published.pk}/sheet/"))
    assert f"{published.compound.name}物业服务考核结果公示" in sheet
    assert "社区 55/60：楼道有堆物" in sheet
    answer = desk.get(f"/property/rounds/{published.round_id}/paper/")
    assert answer["Content-Type"].endswith("wordprocessingml.document")


def test_the_sheet_and_the_list_wait_for_the_publication(desk, county, community):
    assessment = made.make_assessment(community)
    assert desk.get(f"/property/assessments/{assessment.pk}/sheet/").status_code == 404
    assert desk.get(f"/property/rounds/{assessment.round_id}/paper/").status_code == 409


def test_everybody_reads_published_results_of_companies_and_compounds(client, published):
    assert published.round.area.name in text_of(client.get("/p/property/"))
    page = text_of(client.get(f"/p/property/{published.round_id}/"))
    assert page.index(published.company.name) < page.index(published.compound.name)
    assert "2 个项目，平均 86.50 分。" in page
    assert "楼道有堆物" not in page


def test_nobody_outside_reads_a_round_that_is_not_published(client, county, community):
    made.make_assessment(community)
    assert client.get(f"/p/property/{AssessmentRound.objects.get().pk}/").status_code == 404
    assert "还没有公布过的考核结果。" in text_of(client.get("/p/property/"))
