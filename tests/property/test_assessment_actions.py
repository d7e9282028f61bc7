from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from governance.audit.models import AuditEvent
from governance.kernel.errors import Refused
from property.actions import mandates, rounds, score_sheets, scores
from property.models import Assessment, ItemScore, ScoreSheet
from property.states.assessment import RoundState, SheetState
from tests.factories import assessment as made
from tests.factories.casework import make_rules
from tests.factories.grids import make_compound
from tests.factories.people import hold, make_user
from tests.factories.property import make_company, make_contract

NOON = "2026-03-10 12:00+08:00"
QUARTER = date(2026, 1, 1)
S = RoundState


@pytest.fixture(autouse=True)
def _in_march():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def officer(county):
    return make_user("property_officer", county)


@pytest.fixture
def secretary(country):
    return make_user("community_secretary", country["990101001001"])


@pytest.fixture
def dispatcher(country):
    return make_user("street_dispatcher", country["990101001"])


@pytest.fixture
def project(country, county):
    """A project of the own community in a round whose scoring is open."""
    made.make_round(county)
    return made.make_assessment(country["990101001001"])


@pytest.fixture
def handed_down(country):
    for rater in ("community", "owners"):
        made.make_mandate(country["990101001001"], rater)
    made.make_mandate(country["990101001"], "street")


def whole(project, **lost) -> dict:
    """Full marks, but for what is lost by item number."""
    items = project.round.sheet.items.all()
    less = {int(name[1:]): value for name, value in lost.items()}
    return {
        item.pk: {
            "marks": item.marks - less.get(number, 0),
            "reason": "楼道有堆物" if number in less else "",
        }
        for number, item in enumerate(items, start=1)
    }


def refused(verb, *args, **kwargs) -> Refused:
    with pytest.raises(Refused) as caught:
        verb(*args, **kwargs)
    return caught.value


def sentences(verb, *args, **kwargs) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        verb(*args, **kwargs)
    return caught.value.messages


# Sheets


def test_a_sheet_of_the_pattern_comes_into_force_and_the_earlier_one_gives_way(county, officer):
    earlier = made.make_sheet(county)
    sheet = score_sheets.draft_sheet(county, by=officer, name="2026 版", preset=made.make_score_preset())
    score_sheets.step_sheet(sheet, "enforce", by=officer)
    earlier.refresh_from_db()
    assert (sheet.state, sheet.in_force_from, sheet.items.count()) == (
        SheetState.IN_FORCE,
        date(2026, 3, 10),
        20,
    )
    assert dict(sheet.weights.values_list("rater", "weight")) == made.WEIGHTS
    assert (earlier.state, earlier.withdrawn_on) == (SheetState.WITHDRAWN, date(2026, 3, 10))
    assert AuditEvent.objects.filter(action="assessment.enforce_sheet").count() == 1


def test_a_sheet_whose_sums_are_not_a_hundred_is_refused_by_what_they_are(county, officer):
    items = [{"section": "保洁", "text": "清扫", "marks": 90}]
    weights = made.WEIGHTS | {"owners": 5}
    said = sentences(score_sheets.draft_sheet, county, by=officer, name="新版", items=items, weights=weights)
    assert said == ["各项分值相加是 90，要等于 100，请调整。", "各评分方权重相加是 95，要等于 100，请调整。"]
    assert not ScoreSheet.objects.exists()


def test_grade_limits_fall(county, officer):
    said = sentences(
        score_sheets.draft_sheet, county, by=officer, name="新版", items=made.ITEMS, weights=made.WEIGHTS,
        a_from=80, b_from=80, c_from=70,
    )  # fmt: skip
    assert said == ["等级分数线要依次下降：A 高于 B，B 高于 C，A 不超过 100。"]


def test_a_draft_is_revised_and_a_sheet_in_force_is_not(county, officer):
    draft = made.make_sheet(county, SheetState.DRAFT)
    change = {"name": "改过", "items": [made.ITEMS[0] | {"marks": 100}], "weights": {"housing": 100}}
    score_sheets.revise_sheet(draft, by=officer, **change)
    draft.refresh_from_db()
    assert (draft.name, draft.items.count(), draft.weights.count()) == ("改过", 1, 1)
    score_sheets.step_sheet(draft, "enforce", by=officer)
    assert refused(score_sheets.revise_sheet, draft, by=officer, **change).message == (
        "「改过」执行中，不能修改；要调整请另起草一版。"
    )


# Mandates


def test_a_mandate_is_dated_and_not_given_twice(country, officer):
    area, given = country["990101001"], {"by": officer, "rater": "street", "order_no": "1号"}
    first = mandates.give_mandate(area, from_on=date(2026, 1, 1), **given)
    assert sentences(mandates.give_mandate, area, from_on=date(2026, 2, 1), **given) == [
        "这里此期间已有同样的考核授权，请先终止原授权。"
    ]
    mandates.end_mandate(first, by=officer, on=date(2026, 2, 1), reason="收回")
    mandates.give_mandate(area, from_on=date(2026, 2, 1), **given)


def test_a_mandate_goes_to_where_such_raters_sit(country, officer):
    given = {"by": officer, "from_on": date(2026, 1, 1), "order_no": "1号"}
    assert sentences(mandates.give_mandate, country["990101001001"], rater="street", **given) == [
        "镇街的考核授权要给到镇街或社区，请重新选择区划。"
    ]
    assert sentences(mandates.give_mandate, country["990101001"], rater="housing", **given) == [
        "住建部门本来就可以打分，不用授权。"
    ]


# Rounds


def test_a_round_makes_one_assessment_for_each_project_of_the_quarter(country, county, officer):
    made.make_sheet(county)
    company, compounds = (
        make_company(county),
        [make_compound(country["990101001001"]) for _number in range(4)],
    )
    make_contract(compounds[0], company)
    make_contract(compounds[1], company, until=date(2026, 1, 2))
    make_contract(compounds[2], company, until=date(2026, 1, 1))
    make_contract(compounds[3])
    round_ = rounds.open_round(
        county,
        by=officer,
        begins_on=date(2026, 2, 9),
        scoring_from=date(2026, 3, 10),
        scoring_to=date(2026, 3, 20),
    )
    assert rounds.start_round(round_, by=officer) == 2
    assert round_.begins_on == QUARTER
    assert set(Assessment.objects.values_list("compound", flat=True)) == {row.pk for row in compounds[:2]}


def test_a_quarter_has_one_round_until_it_is_cancelled(county, officer):
    made.make_sheet(county)
    window = {"by": officer, "scoring_from": date(2026, 3, 10), "scoring_to": date(2026, 3, 20)}
    first = rounds.open_round(county, begins_on=QUARTER, **window)
    assert sentences(rounds.open_round, county, begins_on=QUARTER, **window) == [
        "这个区划这一季度已有考核轮次，请在原轮次里办理。"
    ]
    rounds.cancel_round(first, by=officer, note="标准有误")
    rounds.open_round(county, begins_on=QUARTER, **window)


def test_a_round_needs_a_sheet_in_force_and_a_begun_quarter(county, officer):
    window = {"by": officer, "scoring_from": date(2026, 3, 10), "scoring_to": date(2026, 3, 20)}
    assert refused(rounds.open_round, county, begins_on=QUARTER, **window).code == "no_sheet"
    made.make_sheet(county)
    assert sentences(rounds.open_round, county, begins_on=date(2026, 4, 1), **window) == [
        "这个季度还没有开始，开始以后再建立考核轮次。"
    ]
    assert sentences(
        rounds.open_round, county, begins_on=QUARTER, by=officer, scoring_from=date(2026, 3, 10),
        scoring_to=date(2026, 3, 9),
    ) == ["打分截止日期不能早于开始日期。"]  # fmt: skip


def test_the_appeal_window_is_counted_in_working_days_over_a_holiday(county, project, officer):
    make_rules()
    made.rate(project)
    with time_machine.travel("2026-09-28 12:00+08:00", tick=False):
        round_ = project.round
        rounds.hear_round(round_, by=officer)
    # 1 to 7 October are days off in 2026, 10 October is worked.
    assert (round_.appeal_from, round_.appeal_to) == (date(2026, 9, 28), date(2026, 10, 10))


def test_scoring_ends_early_only_when_every_project_is_rated(project, officer):
    assert refused(rounds.hear_round, project.round, by=officer).message == (
        "还不能办理，请先补齐：还有 1 个项目没有打分，打分期到 2026-03-15 为止。"
    )
    made.rate(project, "housing")
    rounds.hear_round(project.round, by=officer)
    assert project.round.state == S.APPEAL


def test_a_round_is_published_after_the_appeal_window_with_all_appeals_decided(project, officer):
    round_ = project.round
    made.rate(project, lost=(3,))
    rounds.hear_round(round_, by=officer)
    made.make_appeal(project)
    assert refused(rounds.publish_round, round_, by=officer).message == (
        "还不能办理，请先补齐：申诉期到 2026-03-17 为止，期满才能公布；还有 1 件申诉没有裁定。"
    )


def test_publishing_writes_totals_and_grades(country, project, officer):
    round_ = project.round
    for rater, lost in (("community", (6, 4)), ("street", (0, 20)), ("housing", (10,))):
        made.rate(project, rater, lost=lost)
    Assessment.objects.filter(pk=project.pk).update(slips_satisfied=6, slips_fair=3, slips_unsatisfied=1)
    unrated = made.make_assessment(country["990101001002"], round_)
    rounds.hear_round(_over(round_), by=officer)
    with time_machine.travel("2026-03-30 12:00+08:00", tick=False):
        round_.refresh_from_db()
        rounds.publish_round(round_, by=officer)
    project.refresh_from_db()
    unrated.refresh_from_db()
    assert (project.total, project.grade) == (8_640, "B")  # 90·40 + 80·30 + 90·20 + 84·10
    assert (unrated.total, unrated.grade) == (None, "")


def _over(round_):
    """The round with its scoring window over."""
    round_.scoring_to = date(2026, 3, 9)
    round_.save(update_fields=["scoring_to"])
    return round_


# Scores


def test_each_rater_gives_marks_in_its_capacity(project, handed_down, secretary, dispatcher, officer):
    assert scores.give_scores(project, by=secretary, rater="community", given=whole(project, _1=3)) == 2
    assert scores.give_scores(project, by=dispatcher, rater="street", given=whole(project)) == 2
    assert scores.give_scores(project, by=officer, rater="housing", given=whole(project)) == 2
    scores.count_slips(project, by=secretary, satisfied=6, fair=3, unsatisfied=1)
    lost = ItemScore.objects.get(reason__gt="")
    assert (lost.rater, lost.marks, lost.by) == ("community", 57, secretary)


def test_a_score_is_corrected_by_a_further_row_of_what_differs(project, handed_down, secretary):
    scores.give_scores(project, by=secretary, rater="community", given=whole(project, _1=3))
    assert scores.give_scores(project, by=secretary, rater="community", given=whole(project, _1=5)) == 1
    assert scores.give_scores(project, by=secretary, rater="community", given=whole(project, _1=5)) == 0
    item = project.round.sheet.items.first()
    rows = project.scores.filter(item=item).order_by("pk").values_list("marks", flat=True)
    assert list(rows) == [57, 55]
    assert [row.marks for row in project.scores.standing().filter(item=item)] == [55]


def test_rows_of_scores_are_never_changed(project):
    made.rate(project)
    with pytest.raises(Exception, match=r"[Cc]annot update"), transaction.atomic():
        ItemScore.objects.update(marks=1)


def test_more_marks_than_an_item_is_worth_a_deduction_without_reason_and_a_gap_are_refused(
    project, handed_down, secretary
):
    first, second = project.round.sheet.items.all()
    given = {first.pk: {"marks": 61, "reason": ""}}
    assert sentences(scores.give_scores, project, by=secretary, rater="community", given=given) == [
        "“保洁：楼道每日清扫”最高 60 分，填的是 61 分，请改正。",
        "“消防：通道畅通”还没有打分，每一项都要打分。",
    ]
    given = {first.pk: {"marks": 60}, second.pk: {"marks": 38, "reason": " "}}
    assert sentences(scores.give_scores, project, by=secretary, rater="community", given=given) == [
        "“消防：通道畅通”扣了 2 分，请写明扣分理由。"
    ]
    assert not ItemScore.objects.exists()


def test_without_a_mandate_of_the_day_only_the_housing_office_rates(country, project, secretary, officer):
    made.make_mandate(country["990101001001"], "community", until=date(2026, 3, 10))
    refusal = refused(scores.give_scores, project, by=secretary, rater="community", given=whole(project))
    assert refusal.code == "no_mandate"
    assert refusal.message == (
        f"“{project}”所在区划今天没有社区的考核授权，考核权还在上级，请先由住建部门下放。"
    )
    assert scores.give_scores(project, by=officer, rater="housing", given=whole(project)) == 2


def test_a_rater_of_another_place_or_capacity_is_refused(country, project, handed_down, dispatcher):
    assert (
        refused(scores.give_scores, project, by=dispatcher, rater="community", given=whole(project)).message
        == f"您的岗位不在“{project}”的社区，不能代其打分，请由当地岗位办理。"
    )
    elsewhere = make_user("community_secretary", country["990101001002"])
    with pytest.raises(PermissionDenied):
        scores.give_scores(project, by=elsewhere, rater="community", given=whole(project))
    hold(elsewhere, "street_dispatcher", country["990101001"])
    assert (
        refused(scores.give_scores, project, by=elsewhere, rater="community", given=whole(project)).code
        == "outside_area"
    )


def test_a_score_outside_the_window_is_refused_with_its_day(project, officer):
    with time_machine.travel("2026-03-16 09:00+08:00", tick=False):
        late = refused(scores.give_scores, project, by=officer, rater="housing", given=whole(project))
    with time_machine.travel("2026-03-04 09:00+08:00", tick=False):
        early = refused(scores.give_scores, project, by=officer, rater="housing", given=whole(project))
    assert late.message == "打分期已于 2026-03-15 结束，不能再打分或修改。"
    assert early.message == "打分从 2026-03-05 开始，现在还不能打分。"


def test_slips_are_counted_whole(project, handed_down, secretary):
    assert sentences(scores.count_slips, project, by=secretary, satisfied=0, fair=0, unsatisfied=0) == [
        "至少要有一张有效票；没有收回业主评议的，不用登记。"
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.filter(pk=project.pk).update(slips_fair=1)


# Appeals


@pytest.fixture
def heard(project, officer):
    """The project with deductions of two raters, its round open to appeals until 17 March."""
    made.rate(project, "community", lost=(6,))
    made.rate(project, "housing", lost=(2,))
    rounds.hear_round(project.round, by=officer)
    return project


def test_an_upheld_appeal_corrects_by_further_rows(heard, dispatcher, officer):
    item = heard.round.sheet.items.first()
    appeal = scores.hand_in_appeal(heard, by=dispatcher, item=item, text="当天已清理", handed_by="项目经理")
    scores.decide_appeal(appeal, by=officer, verdict="upheld", reason="照片属实")
    standing = heard.scores.standing().filter(item=item)
    assert {(row.rater, row.marks, row.appeal_id) for row in standing} == {
        ("community", 60, appeal.pk), ("housing", 60, appeal.pk),
    }  # fmt: skip
    assert heard.scores.filter(item=item).count() == 4


def test_a_partly_upheld_appeal_raises_those_that_gave_less(heard, dispatcher, officer):
    item = heard.round.sheet.items.first()
    appeal = scores.hand_in_appeal(heard, by=dispatcher, item=item, text="当天已清理")
    said = sentences(scores.decide_appeal, appeal, by=officer, verdict="partly", reason="部分属实")
    assert said == ["部分成立的要写明裁定得分，在 0 到 59 之间。"]
    scores.decide_appeal(appeal, by=officer, verdict="partly", reason="部分属实", marks=57)
    standing = heard.scores.standing().filter(item=item)
    assert {(row.rater, row.marks) for row in standing} == {("community", 57), ("housing", 58)}
    assert refused(scores.decide_appeal, appeal, by=officer, verdict="rejected", reason="重复").code == (
        "already_decided"
    )


def test_a_rejected_appeal_changes_no_score(heard, dispatcher, officer):
    appeal = scores.hand_in_appeal(heard, by=dispatcher, item=heard.round.sheet.items.first(), text="不同意")
    scores.decide_appeal(appeal, by=officer, verdict="rejected", reason="现场核实属实")
    assert heard.scores.count() == 4


def test_an_appeal_after_the_window_or_about_full_marks_is_refused(heard, dispatcher):
    first, second = heard.round.sheet.items.all()
    assert refused(scores.hand_in_appeal, heard, by=dispatcher, item=second, text="不同意").message == (
        "“消防：通道畅通”没有扣分，不用申诉。"
    )
    with time_machine.travel("2026-03-18 09:00+08:00", tick=False):
        refusal = refused(scores.hand_in_appeal, heard, by=dispatcher, item=first, text="不同意")
    assert refusal.message == "申诉期已于 2026-03-17 结束，不能再登记申诉。"


def test_one_open_appeal_an_item(heard, dispatcher):
    item = heard.round.sheet.items.first()
    scores.hand_in_appeal(heard, by=dispatcher, item=item, text="不同意")
    assert sentences(scores.hand_in_appeal, heard, by=dispatcher, item=item, text="再次申诉") == [
        "这一项已有申诉等待裁定，不用重复登记。"
    ]


def test_an_appeal_before_the_result_is_shown_is_refused(project, dispatcher):
    made.rate(project, lost=(3,))
    item = project.round.sheet.items.first()
    assert (
        refused(scores.hand_in_appeal, project, by=dispatcher, item=item, text="不同意").code
        == "appeal_not_open"
    )
