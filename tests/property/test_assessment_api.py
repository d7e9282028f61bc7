import json
from datetime import date
from io import BytesIO

import pytest
import time_machine
from PIL import Image

from property.models import Assessment, AssessmentRound, ScoreSheet
from property.states.assessment import RoundState, SheetState
from tests.factories import assessment as made
from tests.factories.casework import make_rules
from tests.factories.grids import make_compound
from tests.factories.people import make_user
from tests.factories.property import make_company, make_contract

ROOT = "/api/v1/"
QUARTER = date(2026, 1, 1)
S = RoundState


@pytest.fixture(autouse=True)
def _in_march():
    with time_machine.travel("2026-03-10 12:00+08:00", tick=False):
        yield


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def community(country):
    return country["990101001001"]


@pytest.fixture
def officer(county):
    return make_user("property_officer", county)


@pytest.fixture
def machine(client, officer):
    client.force_login(officer)
    return client


def post(client, url: str, **body):
    return client.post(ROOT + url, body, content_type="application/json")


def said(answer, status: int = 409) -> str:
    assert answer.status_code == status, answer.content
    return answer.json()["detail"]


def picture():
    file = BytesIO()
    Image.new("RGB", (40, 30), "white").save(file, "PNG")
    file.seek(0)
    file.name = "现场.png"
    return file


def whole(assessment, *marks: int) -> list[dict]:
    items = assessment.round.sheet.items.all()
    return [
        {"item": item.pk, "marks": value, "reason": "" if value == item.marks else "有堆物"}
        for item, value in zip(items, marks, strict=True)
    ]


def test_a_round_goes_its_way_over_the_api(client, machine, officer, country, county, community):
    make_rules()
    preset = made.make_score_preset()
    sheet = post(machine, "score-sheets/", name="2026 版", area="990101", preset=preset.pk).json()
    assert (len(sheet["items"]), sheet["weights"][0]) == (20, {"rater": "community", "weight": 40})
    assert post(machine, f"score-sheets/{sheet['id']}/enforce/").json()["state"] == "in_force"
    for area, rater in (("990101001001", "community"), ("990101001", "street"), ("990101001001", "owners")):
        given = {"area": area, "rater": rater, "from_on": "2026-01-01", "order_no": "1号"}
        assert post(machine, "assessment-mandates/", **given).status_code == 201
    make_contract(make_compound(community), make_company(county))
    window = {"scoring_from": "2026-03-10", "scoring_to": "2026-03-20"}
    round_ = post(machine, "assessment-rounds/", area="990101", begins_on="2026-02-02", **window).json()
    at = f"assessment-rounds/{round_['id']}/"
    assert (round_["begins_on"], post(machine, at + "start/").json()["state"]) == ("2026-01-01", "scoring")

    project = Assessment.objects.get()
    full = [{"item": item["id"], "marks": item["marks"]} for item in sheet["items"]]
    less = [{**full[0], "marks": full[0]["marks"] - 2, "reason": "台账不全"}, *full[1:]]
    here = f"assessments/{project.pk}/"
    client.force_login(make_user("community_secretary", community))
    assert post(client, here + "scores/", rater="community", scores=less).json()["present_total"] == 9_800
    slips = post(client, here + "slips/", satisfied=6, fair=3, unsatisfied=1).json()
    assert (slips["slip_count"], slips["content_count"]) == (10, 9)
    client.force_login(make_user("street_dispatcher", country["990101001"]))
    assert post(client, here + "scores/", rater="street", scores=full).status_code == 200
    machine.force_login(officer)
    given = post(machine, here + "scores/", rater="housing", scores=full).json()
    assert (given["present_total"], given["missing_raters"]) == (9_760, [])  # 98·40 + 100·50 + 84·10
    assert post(machine, at + "hear/").json()["appeal_to"] == "2026-03-17"

    appeal = post(machine, here + "appeals/", item=full[0]["item"], text="台账在", handed_by="项目经理")
    assert appeal.status_code == 403
    client.force_login(make_user("street_dispatcher", country["990101001"]))
    appeal = post(client, here + "appeals/", item=full[0]["item"], text="台账在", handed_by="项目经理").json()
    machine.force_login(officer)
    decided = post(
        machine, f"score-appeals/{appeal['id']}/decide/", verdict="partly", marks=3, reason="部分在"
    )
    assert decided.json()["marks"] == 3
    assert [row["section"] for row in post(machine, here + "rectify/").json()] == ["党建引领"]
    with time_machine.travel("2026-03-18 12:00+08:00", tick=False):
        machine.logout()
        machine.force_login(officer)
        assert post(machine, at + "publish/").json()["published_on"] == "2026-03-18"
        row = machine.get(ROOT + here).json()
        query = {"latest": "true", "good": "true", "as_of": "2026-03-18"}
        listed = machine.get(ROOT + "assessments/", query).json()
    assert (row["total"], row["grade"]) == (9_800, "A")
    assert [row["id"] for row in listed["results"]] == [project.pk]


def test_what_cannot_be_is_refused_with_the_sentence_of_the_page(client, machine, officer, county, community):
    items = [{"section": "保洁", "text": "清扫", "marks": 90}]
    answer = post(machine, "score-sheets/", name="新版", area="990101", items=items, weights={"housing": 95})
    assert said(answer, 400) == "各项分值相加是 90，要等于 100，请调整。"
    assert answer.json()["errors"]["non_field_errors"][1] == "各评分方权重相加是 95，要等于 100，请调整。"
    assert not ScoreSheet.objects.exists()

    project = made.make_assessment(community, made.make_round(county))
    here = f"assessments/{project.pk}/"
    assert said(post(machine, here + "scores/", rater="housing", scores=whole(project, 61, 40)), 400) == (
        "“保洁：楼道每日清扫”最高 60 分，填的是 61 分，请改正。"
    )
    assert said(post(machine, here + "scores/", rater="community", scores=whole(project, 60, 40))) == (
        f"您的岗位不在“{project}”的社区，不能代其打分，请由当地岗位办理。"
    )
    window = {"scoring_from": "2026-03-10", "scoring_to": "2026-03-20"}
    assert said(
        post(machine, "assessment-rounds/", area="990101", begins_on="2026-01-01", **window), 400
    ) == ("这个区划这一季度已有考核轮次，请在原轮次里办理。")
    with time_machine.travel("2026-03-16 12:00+08:00", tick=False):
        machine.logout()
        machine.force_login(officer)
        assert said(post(machine, here + "scores/", rater="housing", scores=whole(project, 60, 40))) == (
            "打分期已于 2026-03-15 结束，不能再打分或修改。"
        )
    AssessmentRound.objects.update(state=S.APPEAL, appeal_from=date(2026, 3, 1), appeal_to=date(2026, 3, 8))
    made.rate(project, lost=(3,))
    client.force_login(make_user("street_dispatcher", community.__class__.objects.get(code="990101001")))
    item = project.round.sheet.items.first()
    assert said(post(client, here + "appeals/", item=item.pk, text="不同意")) == (
        "申诉期已于 2026-03-08 结束，不能再登记申诉。"
    )


def test_tickets_and_cards_go_their_way_over_the_api(client, machine, officer, country, community):
    ticket = made.make_rectification(community)
    at = f"rectifications/{ticket.case.number}/"
    assert said(post(machine, at + "accept/")) == "现在是「待整改」，不能核查到位。请刷新页面查看最新进展。"
    client.force_login(make_user("street_dispatcher", country["990101001"]))
    assert post(client, at + "answer/", note="已清理").json()["state"] == "answered"
    machine.force_login(officer)
    assert post(machine, at + "send-back/", note="还有").json()["state"] == "returned"
    assert post(machine, at + "fail/", note="拒不整改").json()["closed_on"] == "2026-03-10"
    card = machine.get(ROOT + "company-cards/", {"live": "true"}).json()["results"][0]
    assert (
        post(machine, f"company-cards/{card['id']}/lift/", reason="复查合格").json()["lifted_on"]
        == "2026-03-10"
    )
    assert machine.get(ROOT + "company-cards/", {"live": "true"}).json()["results"] == []


def test_a_draft_is_written_anew_and_lists_are_filtered(machine, county):
    draft = made.make_sheet(county, SheetState.DRAFT)
    made.make_sheet(county)
    body = {
        "name": "改过",
        "items": [{"section": "保洁", "text": "清扫", "marks": 100}],
        "weights": {"housing": 100},
    }
    assert post(machine, f"score-sheets/{draft.pk}/revise/", **body).json()["items"][0]["marks"] == 100
    rows = machine.get(ROOT + "score-sheets/", {"state": "draft"}).json()["results"]
    assert [row["name"] for row in rows] == ["改过"]
    assert machine.get(ROOT + "score-sheets/", {"stat": "draft"}).status_code == 400


def test_pictures_of_deductions_come_along_as_multipart(machine, county, community, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    project = made.make_assessment(community, made.make_round(county))
    at, first = f"{ROOT}assessments/{project.pk}/scores/", project.round.sheet.items.first()
    sheet = json.dumps(whole(project, 55, 40))
    body = {"rater": "housing", "scores": sheet, f"photo_{first.pk}": picture()}
    answer = machine.post(at, body)
    assert answer.status_code == 200, answer.content
    row = next(row for row in answer.json()["scores"] if row["item"] == first.pk)
    assert (row["marks"], bool(row["evidence"])) == (55, True)
    assert (
        said(machine.post(at, {"rater": "housing", "scores": "55 分"}), 400) == "要写成 JSON 列表，请核对。"
    )
    said(machine.post(at, {"rater": "housing", "scores": "55"}), 400)
    said(machine.post(at, {"rater": "housing", "scores": sheet, f"photo_{first.pk}": "现场"}), 400)
