"""Verbs on housing projects: buildings, money, risks, batches of homes."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from deeds.actions import report_progress
from deeds.actions.buildings import add_building, load_building_stages, plan_milestone, report_building
from deeds.actions.funds import pay_out, report_funds, request_payout
from deeds.actions.handing_over import close_risk, hand_over, plan_delivery, raise_risk
from deeds.actions.housing import add_permit, register_project, revise_project
from deeds.enums.housing import Light
from deeds.models import BuildingStage, HousingProject
from governance.audit.models import AuditEvent
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.deeds import make_housing_project
from tests.factories.housing import (
    make_books,
    make_building,
    make_delivery,
    make_milestone,
    make_payout,
    make_risk,
    make_stages,
    make_told,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(grid):
    return make_housing_project(grid, homes=400)


@pytest.fixture
def stages(db):
    return make_stages()


def refusal(work, *args, **fields) -> str:
    with pytest.raises((Refused, ValidationError)) as caught:
        work(*args, **fields)
    error = caught.value
    return error.message if isinstance(error, Refused) else " ".join(error.messages)


def test_a_project_is_registered_with_a_true_code_and_no_more_sold_than_built(country, officer):
    told = {
        "name": "望湖苑", "developer": "某地产公司", "track": "self_rescue", "homes": 100, "buildings": 2,
        "contract_on": date(2024, 1, 1), "promised_on": date(2027, 1, 1),
    }  # fmt: skip

    project = register_project(country["990101"], by=officer, **told, homes_sold=90)

    assert (project.area_code, project.homes_unsold) == ("990101", 10)
    assert AuditEvent.objects.filter(action="housing.project.register").exists()
    beyond = {**told, "name": "另一苑", "homes_sold": 101}
    assert "已售套数不能多于总套数" in refusal(register_project, country["990101"], by=officer, **beyond)
    wrong = {**told, "name": "又一苑", "uscc": "91640100MA0000000X"}
    assert "统一社会信用代码" in refusal(register_project, country["990101"], by=officer, **wrong)


def test_homes_stay_at_or_above_what_is_planned_to_be_handed_over(project, officer):
    make_delivery(project, planned=300)

    assert "已排 300 套" in refusal(revise_project, project, by=officer, homes=299)
    revise_project(project, by=officer, homes=300, leader="分管副县长")
    project.refresh_from_db()
    assert (project.homes, project.leader) == (300, "分管副县长")


def test_a_permit_is_entered_once_and_not_before_its_day(project, officer):
    add_permit(project, by=officer, kind="presale", number="2021-18", issued_on=date(2021, 5, 1))

    assert "已经登记过" in refusal(
        add_permit, project, by=officer, kind="presale", number="2021-18", issued_on=date(2021, 5, 1)
    )
    later = today() + timedelta(days=1)
    assert "还没有到" in refusal(add_permit, project, by=officer, kind="presale", number="9", issued_on=later)


def test_buildings_have_no_more_homes_than_the_project(project, officer):
    add_building(project, by=officer, name="1号楼", floors=18, homes=300)

    assert "合计 401 套" in refusal(add_building, project, by=officer, name="2号楼", floors=18, homes=101)


def test_floors_of_the_frame_count_between_the_stages(project, stages, officer):
    building = make_building(project, floors=20)

    row = report_building(building, by=officer, stage=stages["frame"], floors_done=10, workers=12)

    assert row.percent == 25
    assert "只有 20 层" in refusal(
        report_building, building, by=officer, stage=stages["frame"], floors_done=21
    )
    assert "请填已完成的层数" in refusal(report_building, building, by=officer, stage=stages["frame"])


def test_a_project_is_as_far_as_its_buildings_by_homes(project, stages, officer):
    one, two = make_building(project, homes=300), make_building(project, homes=100)
    make_milestone(one, "fitting")

    report_building(one, by=officer, stage=stages["fitting"], workers=20)
    report_building(two, by=officer, stage=stages["foundation"], workers=5)

    week = project.progress.get()
    assert (week.percent, week.planned_percent, week.workers) == (62, 60, 25)
    assert HousingProject.objects.with_progress(today()).get().light == Light.GREEN
    assert "按楼栋填报" in refusal(
        report_progress, project, by=officer, percent=70, planned_percent=60, workers=1, day=today()
    )


def test_progress_goes_back_only_with_its_reason(project, stages, officer):
    building = make_building(project)
    make_told(building, "fitting", ago=3)
    milestone = make_milestone(building, "fitting", ago=1, reached_on=today() - timedelta(days=3))

    said = refusal(report_building, building, by=officer, stage=stages["foundation"])

    assert "进度比上次后退" in said
    assert building.progress.count() == 1
    assert project.progress.count() == 0
    report_building(building, by=officer, stage=stages["foundation"], reason="装修返工")
    milestone.refresh_from_db()
    assert milestone.reached_on is None
    assert "装修返工" in building.progress.first().reason


def test_telling_the_same_day_again_corrects_and_an_earlier_day_is_refused(project, stages, officer):
    building = make_building(project)
    report_building(building, by=officer, stage=stages["foundation"])
    report_building(building, by=officer, stage=stages["fitting"])

    assert building.progress.get().percent == 80
    yesterday, tomorrow = today() - timedelta(days=1), today() + timedelta(days=1)
    for day, words in ((yesterday, "已有更晚的进度"), (tomorrow, "还没有到")):
        assert words in refusal(report_building, building, by=officer, stage=stages["fitting"], day=day)


def test_reaching_a_stage_reaches_every_milestone_up_to_it(project, stages, officer):
    building = make_building(project)
    early, late = make_milestone(building), make_milestone(building, "handover", ago=-90)

    report_building(building, by=officer, stage=stages["fitting"])

    early.refresh_from_db()
    late.refresh_from_db()
    assert (early.reached_on, late.reached_on) == (today(), None)


def test_a_planned_day_that_has_come_is_not_moved(project, stages, officer):
    building = make_building(project)
    make_milestone(building, ago=1)
    later = today() + timedelta(days=30)

    assert "不能再改" in refusal(
        plan_milestone, building, by=officer, stage=stages["foundation"], planned_on=later
    )
    plan_milestone(building, by=officer, stage=stages["fitting"], planned_on=later)
    moved = plan_milestone(
        building, by=officer, stage=stages["fitting"], planned_on=later + timedelta(days=9)
    )
    assert building.milestones.count() == 2
    assert moved.planned_on == later + timedelta(days=9)


@pytest.mark.parametrize(
    ("percent", "planned", "light"),
    [(None, None, "untold"), (40, 40, "green"), (40, None, "green"), (36, 40, "yellow"), (34, 40, "red")],
)
def test_a_light_says_how_far_a_project_lies_behind(percent, planned, light):
    assert Light.of(percent, planned) == light


def test_the_gap_is_what_neither_the_account_nor_money_under_way_covers(project, officer):
    sums = {"escrow_balance": 300, "due": 1000, "paid": 900, "to_finish": 2000}

    books = report_funds(project, by=officer, day=today(), **sums, loan_approved=800, loan_released=500)

    assert books.gap == 2000 - 300 - 300
    again = report_funds(project, by=officer, day=today(), **sums | {"escrow_balance": 5000})
    assert (again.pk, again.gap) == (books.pk, 0)


@pytest.mark.parametrize(
    ("sums", "words"),
    [
        ({"paid": 1001}, "已付工程款不能多于应付"),
        ({"loan_used": 1}, "专项借款的使用不能多于拨付"),
        ({"credit_released": 5, "credit_approved": 4}, "配套融资的发放不能多于批准"),
    ],
)
def test_books_that_cannot_be_are_refused(project, officer, sums, words):
    told = {"escrow_balance": 300, "due": 1000, "paid": 900, "to_finish": 2000, **sums}

    assert words in refusal(report_funds, project, by=officer, day=today(), **told)
    assert project.fund_reports.count() == 0


def test_a_payout_is_timed_and_stays_within_what_is_due(project, officer):
    make_books(project, ago=5, due=1000, paid=900)
    asked = today() - timedelta(days=4)
    one, two = (
        request_payout(project, by=officer, node=node, amount=60, requested_on=asked)
        for node in ("封顶", "装修")
    )

    pay_out(one, by=officer)

    one.refresh_from_db()
    assert (one.days, one.is_late, one.due_on) == (4, False, asked + timedelta(days=10))
    assert "超过应付 1000 万元" in refusal(pay_out, two, by=officer)
    assert "请刷新页面" in refusal(pay_out, one, by=officer)


def test_a_payout_before_its_request_is_refused(project, officer):
    payout = make_payout(project, ago=3)

    assert "不能早于申请日期" in refusal(pay_out, payout, by=officer, paid_on=today() - timedelta(days=4))


def test_a_risk_is_open_once_and_closed_with_what_ended_it(project, officer):
    risk = raise_risk(project, by=officer, kind="seizure", rating="high", reason="两栋楼被查封")

    assert "同类风险还没有销号" in refusal(
        raise_risk, project, by=officer, kind="seizure", rating="low", reason="又一栋"
    )
    assert "写明依据" in refusal(close_risk, risk, by=officer, note=" ")
    close_risk(risk, by=officer, note="法院解封裁定")
    assert "请刷新页面" in refusal(close_risk, risk, by=officer, note="再销一次")


def test_no_more_homes_are_handed_over_than_there_are(project, officer):
    batch = plan_delivery(project, by=officer, batch="1、2号楼", planned_on=today(), planned=300)

    assert "超过项目总套数 400" in refusal(
        plan_delivery, project, by=officer, batch="3号楼", planned_on=today(), planned=101
    )
    assert "不能多于这一批的计划套数" in refusal(hand_over, batch, by=officer, delivered=301)
    assert "不能多于已交付套数" in refusal(hand_over, batch, by=officer, delivered=10, with_certificate=11)
    hand_over(batch, by=officer, delivered=200, with_certificate=150)
    assert "写明原因" in refusal(hand_over, batch, by=officer, delivered=199)
    hand_over(batch, by=officer, delivered=199, with_certificate=150, reason="一户重复登记")
    batch.refresh_from_db()
    assert (batch.delivered, batch.delivered_on) == (199, today())


def test_only_who_manages_here_may_write(project, stages, dispatcher):
    building, risk = make_building(project), make_risk(project)
    for work, *args in (
        (report_building, building),
        (close_risk, risk),
        (add_building, project),
        (report_funds, project),
    ):
        fields = {
            report_building: {"stage": stages["fitting"]},
            close_risk: {"note": "无"},
            add_building: {"name": "9号楼", "floors": 1, "homes": 1},
            report_funds: {"day": today()},
        }[work]
        with pytest.raises(PermissionDenied):
            work(*args, by=dispatcher, **fields)


def test_loading_the_stages_again_changes_only_what_differs(stages):
    load_building_stages([{"code": "frame", "name": "主体结构", "position": 2, "percent": 42}])

    assert BuildingStage.objects.count() == len(stages)
    assert BuildingStage.objects.get(code="frame").percent == 42
