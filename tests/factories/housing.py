"""Buildings, money, batches, bulletins and purchasers of housing projects. Lawful by the constraints."""

from datetime import date, timedelta
from itertools import count
from uuid import uuid4

from deeds.actions.purchasers import contract_index, proof_index
from deeds.models import (
    BuildingProgress,
    BuildingStage,
    Bulletin,
    FundReport,
    HousingBuilding,
    HousingDelivery,
    HousingProject,
    HousingRisk,
    Milestone,
    Payout,
    Purchaser,
    PurchaserQuestion,
)
from governance.areas.models import Area
from governance.kernel.days import month_start, today
from tests.factories.deeds import make_housing_project

_numbers = count(1)
STAGES = (
    ("foundation", "基础", 10),
    ("frame", "主体", 40),
    ("fitting", "装修", 80),
    ("handover", "交付", 100),
)
CONTRACT, PHONE = "HT2021-00817", "13800138000"


def make_stages() -> dict[str, BuildingStage]:
    """Four of the stages; the frame is counted by floors."""
    rows = [
        BuildingStage(code=code, name=name, position=place, percent=percent, counts_floors=code == "frame")
        for place, (code, name, percent) in enumerate(STAGES, start=1)
    ]
    BuildingStage.objects.bulk_create(rows, ignore_conflicts=True)
    return {row.code: row for row in rows}


def make_building(project: HousingProject, **fields) -> HousingBuilding:
    fields = {"name": f"{next(_numbers)}号楼", "floors": 18, "homes": 100, **fields}
    return HousingBuilding.objects.create(project=project, **fields)


def make_told(
    building: HousingBuilding, stage: str = "foundation", *, ago: int = 0, **fields
) -> BuildingProgress:
    stage = make_stages()[stage]
    fields = {"percent": stage.percent, "workers": 30, **fields}
    day = today() - timedelta(days=ago)
    return BuildingProgress.objects.create(building=building, stage=stage, day=day, **fields)


def make_milestone(
    building: HousingBuilding, stage: str = "foundation", *, ago: int = 0, reached_on: date | None = None
) -> Milestone:
    planned_on = today() - timedelta(days=ago)
    stage = make_stages()[stage]
    return Milestone.objects.create(
        building=building, stage=stage, planned_on=planned_on, reached_on=reached_on
    )


def make_books(project: HousingProject, *, ago: int = 0, **sums) -> FundReport:
    sums = {"escrow_balance": 500, "due": 1000, "paid": 800, "to_finish": 1200, **sums}
    return FundReport.objects.create(project=project, day=today() - timedelta(days=ago), **sums)


def make_payout(project: HousingProject, *, ago: int = 20, took: int | None = None, **fields) -> Payout:
    asked = today() - timedelta(days=ago)
    days = {"requested_on": asked, "due_on": asked + timedelta(days=10)}
    paid_on = asked + timedelta(days=took) if took is not None else None
    return Payout.objects.create(
        project=project, **{"node": "主体封顶", "amount": 100, "paid_on": paid_on, **days, **fields}
    )


def make_risk(project: HousingProject, **fields) -> HousingRisk:
    fields = {"kind": "seizure", "rating": "high", "reason": "两栋楼被查封", **fields}
    return HousingRisk.objects.create(project=project, **fields)


def make_delivery(
    project: HousingProject, *, ago: int = 5, planned: int = 100, delivered: int = 0
) -> HousingDelivery:
    planned_on = today() - timedelta(days=ago)
    return HousingDelivery.objects.create(
        project=project,
        batch=f"第{next(_numbers)}批",
        planned_on=planned_on,
        planned=planned,
        delivered=delivered,
        delivered_on=today() if delivered else None,
    )


def make_bulletin(project: HousingProject, *, is_published: bool = False, **fields) -> Bulletin:
    period = fields.pop("period", month_start(today()))
    state = {"state": "published", "published_on": today()} if is_published else {}
    if is_published and not project.token:
        project.token = f"K{next(_numbers):07d}".replace("0", "A").replace("1", "B")
        project.save(update_fields=["token"])
    told = {
        "progress_text": "3号楼主体封顶。",
        "funds_level": "tight",
        "next_on": period + timedelta(days=40),
    }
    return Bulletin.objects.create(project=project, period=period, **{**told, **state, **fields})


def make_purchaser(project: HousingProject, contract: str = CONTRACT, phone: str = PHONE) -> Purchaser:
    return Purchaser.objects.create(
        project=project,
        contract_masked="HT2*****0817",
        contract_index=contract_index(project, contract),
        proof_index=proof_index(project, contract, phone),
    )


def make_question(
    project: HousingProject,
    purchaser: Purchaser | None = None,
    *,
    ago: int = 2,
    took: int | None = None,
    **fields,
) -> PurchaserQuestion:
    """Asked some days ago, to be answered within nine; `took` is the days the answer took."""
    asked = today() - timedelta(days=ago)
    answered = (
        {"answer": "十二月复工。", "answered_on": asked + timedelta(days=took)} if took is not None else {}
    )
    return PurchaserQuestion.objects.create(
        project=project,
        purchaser=purchaser or make_purchaser(project, contract=f"HT{next(_numbers):08d}"),
        client_uuid=uuid4(),
        asked_on=asked,
        due_on=asked + timedelta(days=9),
        **{"text": "什么时候能交房？", **answered, **fields},
    )


def make_whole_project(area: Area, **fields) -> HousingProject:
    """A project with a row of everything."""
    project = make_housing_project(area, homes_sold=150, **fields)
    building = make_building(project)
    make_told(building)
    make_milestone(building, reached_on=today())
    make_milestone(building, "fitting", ago=-30)
    make_books(project)
    make_payout(project, took=4)
    make_risk(project)
    make_delivery(project, delivered=60)
    make_bulletin(project, is_published=True)
    make_question(project)
    return project
