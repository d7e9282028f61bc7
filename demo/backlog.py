"""What hangs on the projects of the backlog: buildings, plans, words given, the people of 建欣苑, cut-off days."""

from datetime import date, timedelta

from deeds.enums import UndertakingKind
from deeds.models import (
    BacklogCutoff,
    DeedBuilding,
    DeedProject,
    EntitledPerson,
    Home,
    HomeChange,
    HomeStep,
    ProjectPlan,
    Undertaking,
)
from deeds.states import HomeState, ProjectState, UndertakingState
from demo import words
from demo.chance import Wheel, chance
from demo.city import City

A_BUILDING, A_UNIT = 72, 24  # homes
OF_JIANXINYUAN = 39  # homes in one of its three buildings
UNPLANNED = (ProjectState.LISTED, ProjectState.SURVEYED, ProjectState.DIAGNOSED)
UNDERTAKINGS, NEW_HOMES = 120, 80
_STATES = Wheel(
    {
        HomeState.SOLVED: 46, HomeState.NOTIFIED: 20, HomeState.MATERIALS: 9, HomeState.ACCEPTED: 7,
        HomeState.PAID: 5, HomeState.UNREACHABLE: 6, HomeState.OWNER_REASON: 5, HomeState.DISPUTED: 1,
        HomeState.SEALED: 1,
    }
)  # fmt: skip
_PAPERS = [
    "维修资金缴存凭证",
    "契税完税凭证",
    "购房发票原件",
    "测绘成果备案件",
    "消防验收意见书",
    "婚姻关系证明",
]
_PROMISES = ["楼栋没有违法加建", "欠缴的配套费半年内缴清", "房款已付清、没有纠纷", "规划许可变更手续按期补办"]
_CONSEQUENCES = ["逾期未补正的，退件并停止办理", "没有兑现的，撤销办理结果并依法处理"]


def door_of(is_first: bool, index: int) -> tuple[str, str, str]:
    """Building, unit and room of a project's home by its number."""
    building, rest = divmod(index, OF_JIANXINYUAN if is_first else A_BUILDING)
    unit, door = divmod(rest, A_UNIT)
    floor, side = divmod(door, 2)
    return str(building + 1), str(unit + 1), f"{floor + 1}0{side + 1}"


def solved_state(dice) -> str:
    """Where a home stands that may have its deed and is not entered yet."""
    return _STATES.spin(dice)


def buildings_of(projects: list[tuple[DeedProject, int]]) -> None:
    """The buildings that the homes are about to stand in."""
    DeedBuilding.objects.bulk_create(
        building
        for place, (project, count) in enumerate(projects)
        for building in _buildings(project, count, OF_JIANXINYUAN if place == 0 else A_BUILDING)
    )


def _buildings(project: DeedProject, homes: int, size: int) -> list[DeedBuilding]:
    count = -(-homes // size)
    return [
        DeedBuilding(project=project, number=str(number + 1), finished_on=project.finished_on)
        for number in range(count)
    ]


def fill_backlog(city: City, projects: list[DeedProject]) -> None:
    dice = chance("backlog")
    _plans(city, projects, dice)
    _undertakings(city, projects, dice)
    _jianxinyuan(city, projects[0], dice)
    _cutoffs(city)
    _new_project(city, dice)


def _plans(city: City, projects: list[DeedProject], dice) -> None:
    ProjectPlan.objects.bulk_create(
        ProjectPlan(
            project=project,
            leader=f"{city.names[project.area_code[:6]]}政府副{'县' if project.area_code[4] == '2' else '区'}长",
            team=f"{project.lead_office}\n住房和城乡建设局\n税务局\n属地街道办事处",
            text="先摸清每栋楼缺的手续，再由责任单位分头补办；补齐一项销号一项，最后集中办理首次登记。\n"
            "建设单位不在的，由区政府指定单位代为申请，买受人不因单位欠费受影响。",
            public_line="手续正在补办，办好以后逐户通知，不用反复跑窗口。",
            approval_no=f"{city.names[project.area_code[:6]]}办纪〔{project.listed_on.year}〕{dice.randint(3, 80)}号",
            approved_on=project.listed_on + timedelta(days=dice.randint(20, 50)),
        )
        for project in projects
        if project.state not in UNPLANNED
    )


def _undertakings(city: City, projects: list[DeedProject], dice) -> None:
    Undertaking.objects.bulk_create(
        _undertaking(city, dice.choice(projects[1:]), dice) for _number in range(UNDERTAKINGS)
    )


def _undertaking(city: City, project: DeedProject, dice, **of_home) -> Undertaking:
    is_paper = dice.random() < 0.6
    made = city.today - timedelta(days=dice.randint(30, 200))
    due = made + timedelta(days=dice.choice([60, 90, 120]))
    state = UndertakingState.OPEN
    if due < city.today:
        state = Wheel({UndertakingState.MET: 84, UndertakingState.BROKEN: 9, UndertakingState.OPEN: 7}).spin(
            dice
        )
    settled = min(due + timedelta(days=dice.randint(-20, 6)), city.today)
    is_open = state == UndertakingState.OPEN
    return Undertaking(
        project=project, area_id=project.area_id, area_code=project.area_code,
        kind=UndertakingKind.CONDITIONAL if is_paper else UndertakingKind.COMMITMENT,
        what=dice.choice(_PAPERS if is_paper else _PROMISES), consequence=_CONSEQUENCES[not is_paper],
        made_on=made, due_on=due, state=state, settled_on=None if is_open else settled,
        finding="" if is_open else ("核对原件，已补齐" if state == UndertakingState.MET else "书面催告后仍未兑现"),
        **(of_home or {"signatory": project.developer}),
    )  # fmt: skip


def _jianxinyuan(city: City, project: DeedProject, dice) -> None:
    """Its 116 households by name, and the one press at which all of them had their deeds."""
    homes = list(Home.objects.filter(project=project).order_by("pk"))
    people = []
    for home in homes:
        person = EntitledPerson(home=home)
        told = {
            "name": words.person(dice),
            "phone": words.phone(dice),
            "id_no": words.id_no(dice, dice.randint(1946, 1985)),
        }
        for field, value in told.items():
            person.seal_value(field, value)
        people.append(person)
    people = EntitledPerson.objects.bulk_create(people)
    Undertaking.objects.bulk_create(
        _undertaking(city, project, dice, home=person.home, person=person) for person in people[:12]
    )
    for name, source, target in (
        ("register", HomeState.SOLVED, HomeState.REGISTERED),
        ("issue", HomeState.REGISTERED, HomeState.ISSUED),
    ):
        step = HomeStep.objects.create(
            project=project, name=name, count=len(homes), note="移动办公桌进小区，集中办理"
        )
        HomeChange.objects.bulk_create(
            HomeChange(step=step, home=home, from_state=source, to_state=target) for home in homes
        )


def _cutoffs(city: City) -> None:
    BacklogCutoff.objects.bulk_create(
        BacklogCutoff(area_id=area, area_code=code, on=date(2021, 8, 31), document="市府办发〔2021〕46号")
        for code, area in city.areas.items()
        if len(code) == 6
    )


def _new_project(city: City, dice) -> None:
    """One that came after the cut-off day: shown and worked on, and never counted as old backlog."""
    code = max(code for code in city.areas if len(code) == 12)
    project = DeedProject.objects.create(
        area_id=city.areas[code], area_code=code, name="书香雅苑三期", developer="（自管项目部）",
        causes=[], lead_office="自然资源局", listed_on=city.today - timedelta(days=33),
        finished_on=date(2023, 6, 30), is_new=True,
    )  # fmt: skip
    DeedBuilding.objects.bulk_create(_buildings(project, NEW_HOMES, A_BUILDING))
    Home.objects.bulk_create(
        Home(
            project=project, area_id=project.area_id, area_code=code, listed_on=project.listed_on, is_new=True,
            **dict(zip(("building", "unit", "room"), door_of(False, index), strict=True)),
        )
        for index in range(NEW_HOMES)
    )  # fmt: skip
