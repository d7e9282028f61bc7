"""Housing delivery building by building, its money, its purchasers; and two days of the mobile desk."""

from collections import Counter
from datetime import date, datetime, time, timedelta
from uuid import UUID

from deeds.actions.purchasers import contract_index, proof_index
from deeds.enums.desk import DeskStep
from deeds.enums.housing import FundsLevel, PermitKind, RiskKind
from deeds.models import (
    BuildingProgress,
    BuildingStage,
    Bulletin,
    DeedProject,
    DeskAppointment,
    DeskSession,
    DeskStamp,
    FundReport,
    Home,
    HousingBuilding,
    HousingDelivery,
    HousingPermit,
    HousingProject,
    HousingRisk,
    Milestone,
    Payout,
    Purchaser,
    PurchaserQuestion,
)
from deeds.rules.housing import weighted
from deeds.states import HomeState, ProjectState
from deeds.states.bulletins import BulletinState
from demo import words
from demo.chance import ZONE, chance, spread
from demo.city import City
from governance.casework.enums import PUBLIC_CODE_LETTERS
from governance.kernel.days import month_start
from governance.kernel.masking import mask_id_no
from grids.enums.public import TOKEN_LENGTH

BY_BUILDING = 14  # the others still tell the week by hand
LEADERS = ["分管副县（区）长", "住建局局长", "政府副秘书长"]
RISKS = {
    RiskKind.PROGRESS: "外立面班组撤场，进度连续两周没有变化",
    RiskKind.ESCROW: "监管账户余额低于重点监管额度",
    RiskKind.SEIZURE: "两栋楼因总包欠款被查封",
    RiskKind.LOAN: "部分按揭贷款没有入监管账户",
    RiskKind.FILING: "合同备案率不到九成",
}
NODES = ["主体封顶", "二次结构完成", "外立面完成", "水电安装完成"]
ASKED = [
    ("3号楼为什么停了两个星期？", "外立面班组轮换，已于本周一复工，工期不变。", "楼栋为什么停工"),
    (
        "交房时能同时拿到不动产证吗？",
        "本项目按交房即交证安排，请提前备齐契税和维修资金票据。",
        "交房时能不能同时领证",
    ),
    ("天然气什么时候通？", "室外管网十二月底完成，交付前通气。", "天然气何时接通"),
    ("地下车位怎么分？", "", ""),
]
DEMO_CONTRACT, DEMO_PHONE = "HT202100017", "13900000017"


def make_housing(city: City) -> None:
    """What the projects of `make_deeds` do not have yet."""
    dice = chance("housing")
    projects = list(HousingProject.objects.order_by("pk"))
    stages = list(BuildingStage.objects.order_by("position"))
    for number, project in enumerate(projects):
        _facts(project, dice, has_page=number < BY_BUILDING)
    names = ["homes_sold", "uscc", "floor_area", "task_force", "leader", "token"]
    HousingProject.objects.bulk_update(projects, names)
    HousingPermit.objects.bulk_create(row for each in projects for row in _permits(each, dice))
    for project in projects[:BY_BUILDING]:
        _works(project, stages, city.today, dice)
    for project in projects:
        _money(project, city.today, dice)
    HousingRisk.objects.bulk_create(_risks(projects, city.today, dice))
    HousingDelivery.objects.bulk_create(row for each in projects for row in _batches(each, city.today, dice))
    for project in projects[:BY_BUILDING]:
        _bulletins(project, city.today, dice)
    _questions(projects[0], city, dice)
    _desk(city, dice)


def _facts(project: HousingProject, dice, *, has_page: bool) -> None:
    project.homes_sold = project.homes * dice.randint(62, 97) // 100
    project.uscc = words.uscc(dice, project.area_code[:6])
    project.floor_area = project.homes * dice.randint(98, 128)
    project.task_force = f"{project.name}保交楼工作专班"
    project.leader = dice.choice(LEADERS)
    if has_page:
        project.token = "".join(dice.choices(PUBLIC_CODE_LETTERS, k=TOKEN_LENGTH))


def _permits(project: HousingProject, dice) -> list[HousingPermit]:
    begun = project.contract_on - timedelta(days=dice.randint(900, 1300))
    kinds = list(PermitKind)[: 5 if dice.random() < 0.8 else 4]
    return [
        HousingPermit(
            project=project,
            kind=kind,
            number=f"银{begun.year}-{dice.randint(1, 99):03d}",
            issued_on=begun + timedelta(days=60 * place),
        )
        for place, kind in enumerate(kinds)
    ]


def _works(project: HousingProject, stages: list[BuildingStage], today: date, dice) -> None:
    """Buildings around the percent of the last week, which is then what they make it."""
    told = project.progress.first()
    is_late = told.percent < told.planned_percent
    sizes = spread(project.homes, [dice.uniform(0.7, 1.3) for _n in range(project.buildings)], least=1)
    rows = HousingBuilding.objects.bulk_create(
        HousingBuilding(
            project=project, name=f"{number}号楼", floors=dice.choice((11, 18, 26, 33)), homes=homes
        )
        for number, homes in enumerate(sizes, start=1)
    )
    progress, milestones, parts = [], [], []
    for building in rows:
        reached = _reached(stages, told.percent + dice.randint(-8, 6))
        progress += _told(building, stages, reached, today, told.workers // len(rows), dice)
        plan = _plan(building, stages, reached, today, dice, is_late=is_late)
        milestones += plan
        planned = max((each.stage.percent for each in plan if each.planned_on <= today), default=0)
        parts.append((progress[-1].percent, planned, building.homes))
    BuildingProgress.objects.bulk_create(progress)
    Milestone.objects.bulk_create(milestones)
    _settle_weeks(
        project, parts, workers=sum(row.workers for row in progress if row.day > today - timedelta(days=9))
    )


def _reached(stages: list[BuildingStage], percent: int) -> int:
    """The last stage complete at a percent."""
    return max((place for place, stage in enumerate(stages) if stage.percent <= percent), default=0)


def _told(building, stages, reached: int, today: date, workers: int, dice) -> list[BuildingProgress]:
    before = max(reached - 1, 0)
    days = (today - timedelta(days=dice.randint(40, 70)), today - timedelta(days=dice.randint(0, 4)))
    rows, last = [], 0
    for day, place in zip(days, (before, reached), strict=True):
        stage = stages[place]
        rows.append(
            BuildingProgress(
                building=building,
                day=day,
                stage=stage,
                floors_done=building.floors if stage.counts_floors else None,
                percent=stage.percent,
                previous_percent=last,
                workers=workers,
                machines=dice.randint(0, 3),
            )
        )
        last = stage.percent
    return rows


def _plan(building, stages, reached: int, today: date, dice, *, is_late: bool) -> list[Milestone]:
    """Two stages that are behind, each mostly on time, and two to come; a late project should have had the next."""
    rows = []
    for place in range(max(reached - 1, 0), min(reached + 3, len(stages))):
        ahead = place - reached
        planned = today + timedelta(days=50 * ahead - (20 if ahead <= 0 else 0) + dice.randint(-9, 9))
        if is_late and ahead == 1:
            planned = today - timedelta(days=dice.randint(5, 25))
        done = min(planned + timedelta(days=dice.choice((-6, -2, 0, 0, 8))), today) if ahead <= 0 else None
        rows.append(Milestone(building=building, stage=stages[place], planned_on=planned, reached_on=done))
    return rows


def _settle_weeks(project: HousingProject, parts: list[tuple[int, int, int]], *, workers: int) -> None:
    """The last week says what the buildings say; no earlier week says more."""
    percent = weighted((percent, homes) for percent, _planned, homes in parts)
    planned = weighted((planned, homes) for _percent, planned, homes in parts)
    weeks = list(project.progress.all())
    for week in weeks:
        week.percent, week.planned_percent = min(week.percent, percent), min(week.planned_percent, planned)
        week.previous_percent = min(week.previous_percent, week.percent)
    weeks[0].percent, weeks[0].planned_percent, weeks[0].workers = percent, planned, workers
    project.progress.bulk_update(weeks, ["percent", "planned_percent", "previous_percent", "workers"])


def _money(project: HousingProject, today: date, dice) -> None:
    due, is_short = project.homes * dice.randint(12, 20), dice.random() < 0.3
    to_finish, approved = project.homes * dice.randint(3, 9), project.homes * dice.randint(1, 3)
    balance = to_finish // 3 if is_short else to_finish + dice.randint(50, 900)
    FundReport.objects.bulk_create(
        FundReport(
            project=project,
            day=month_start(today - timedelta(days=30 * ago)),
            escrow_balance=balance + 40 * ago,
            escrow_quota=to_finish * 4 // 5,
            due=due - due * ago // 20,
            paid=due * dice.randint(78, 90) // 100 - due * ago // 20,
            to_finish=to_finish + 60 * ago,
            loan_approved=approved,
            loan_released=approved * 3 // 4,
            loan_used=approved // 2,
        )
        for ago in range(3)
    )
    Payout.objects.bulk_create(_payout(project, node, today, dice) for node in dice.sample(NODES, 3))


def _payout(project: HousingProject, node: str, today: date, dice) -> Payout:
    asked = today - timedelta(days=dice.randint(4, 120))
    paid = asked + timedelta(days=dice.choice((3, 5, 6, 8, 9, 14)))
    return Payout(
        project=project,
        node=node,
        amount=dice.randint(60, 480),
        requested_on=asked,
        due_on=asked + timedelta(days=10),
        paid_on=paid if paid <= today else None,
    )


def _risks(projects: list[HousingProject], today: date, dice) -> list[HousingRisk]:
    return [
        HousingRisk(
            project=project,
            kind=kind,
            rating=dice.choice(("high", "medium", "medium", "low")),
            reason=RISKS[kind],
            lead_office="住房和城乡建设局",
            raised_on=today - timedelta(days=dice.randint(5, 60)),
        )
        for project in dice.sample(projects, 9)
        for kind in dice.sample(list(RISKS), dice.randint(1, 2))
    ]


def _batches(project: HousingProject, today: date, dice) -> list[HousingDelivery]:
    """One batch that is due, mostly handed over, and the rest to come."""
    first = project.homes // dice.randint(3, 5)
    delivered = first if dice.random() < 0.7 else first * dice.randint(0, 8) // 10
    day = today - timedelta(days=dice.randint(10, 90))
    return [
        HousingDelivery(
            project=project,
            batch="一期",
            planned_on=day,
            planned=first,
            delivered=delivered,
            delivered_on=day if delivered else None,
            with_certificate=delivered * dice.randint(5, 10) // 10,
        ),
        HousingDelivery(
            project=project, batch="二期", planned_on=project.promised_on, planned=project.homes - first
        ),
    ]


def _bulletins(project: HousingProject, today: date, dice) -> None:
    month, percent = month_start(today), project.progress.first().percent
    told = BuildingProgress.objects.filter(building__project=project).select_related("stage", "building")
    told = told.order_by("-percent", "building").first()
    for ago in range(2):
        published = min(month + timedelta(days=dice.randint(2, 6)), today)
        Bulletin.objects.create(
            project=project,
            period=month,
            progress_text=f"{told.building.name}{told.stage}已完成，其余按计划施工。总进度 {percent - ago}%。",
            funds_level=dice.choice(FundsLevel.values[:2]),
            next_on=published + timedelta(days=30),
            percent=percent - ago,
            state=BulletinState.PUBLISHED,
            published_on=published,
        )
        month = month_start(month - timedelta(days=1))


def _questions(project: HousingProject, city: City, dice) -> None:
    """Purchasers of one project; the first one's contract and phone are for trying out."""
    officer = next(pk for (role, _code), pk in city.people.items() if role == "deeds_officer")
    for number, (text, answer, public) in enumerate(ASKED):
        contract = DEMO_CONTRACT if number == 0 else f"HT2021{dice.randint(100, 9999):05d}"
        purchaser = Purchaser.objects.create(
            project=project,
            contract_masked=mask_id_no(contract),
            contract_index=contract_index(project, contract),
            proof_index=proof_index(project, contract, DEMO_PHONE if number == 0 else words.phone(dice)),
        )
        asked = city.today - timedelta(days=3 + 6 * (len(ASKED) - number))
        PurchaserQuestion.objects.create(
            project=project,
            purchaser=purchaser,
            client_uuid=UUID(int=dice.getrandbits(128)),
            text=text,
            asked_on=asked,
            due_on=asked + timedelta(days=9),
            answer=answer,
            answered_on=asked + timedelta(days=dice.randint(1, 8)) if answer else None,
            answered_by_id=officer if answer else None,
            public_text=public,
        )


def _desk(city: City, dice) -> None:
    """A day of the desk that is over, and today's with homes waiting."""
    project = DeedProject.objects.filter(state=ProjectState.HOMES_OPEN).order_by("pk").first()
    if project is None:
        return
    issued = Home.objects.filter(project=project, state=HomeState.ISSUED, issued_on__lt=city.today)
    days = Counter(issued.values_list("issued_on", flat=True))
    if days:
        day = days.most_common(1)[0][0]
        session = DeskSession.objects.create(project=project, day=day, place="小区活动室", quota=40)
        for number, home in enumerate(issued.filter(issued_on=day).order_by("pk")[:24]):
            _served(session, home, number, dice)
    waiting = Home.objects.filter(project=project, state=HomeState.REGISTERED).order_by("pk")[:8]
    session = DeskSession.objects.create(project=project, day=city.today, place="小区东门岗亭旁", quota=40)
    DeskAppointment.objects.bulk_create(
        DeskAppointment(session=session, home=home, slot=time(9 + number // 4, 15 * (number % 4)))
        for number, home in enumerate(waiting)
    )


def _served(session: DeskSession, home: Home, number: int, dice) -> None:
    slot = time(9 + number // 10, 6 * (number % 10))
    at = datetime.combine(session.day, slot, ZONE)
    appointment = DeskAppointment.objects.create(session=session, home=home, slot=slot)
    stamps = []
    for place, step in enumerate(DeskStep):
        seconds = dice.randint(20, 75) if place else None
        at += timedelta(seconds=seconds or 0)
        number_of_it = UUID(int=dice.getrandbits(128))
        stamps.append(
            DeskStamp(appointment=appointment, step=step, at=at, seconds=seconds, client_uuid=number_of_it)
        )
    DeskStamp.objects.bulk_create(stamps)
    appointment.printed_at = at
    appointment.save(update_fields=["printed_at"])
