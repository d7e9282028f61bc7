"""The deed backlog, home by home (136 / 122,900 → 109 / 108,300), and the housing projects week by week."""

from datetime import date, timedelta

from deeds.enums import Cause, HousingTrack, Instrument
from deeds.models import DeedProject, Home, HousingProject, ProjectObstacle, WeeklyProgress
from deeds.states import HomeState, ProjectState
from demo import words
from demo.backlog import buildings_of, door_of, fill_backlog, solved_state
from demo.chance import Wheel, chance, spread
from demo.city import XIXIA, City
from demo.copying import Ids, copy_rows
from governance.kernel.days import week_start

PROJECTS, SOLVED_PROJECTS = 136, 109
HOMES, SOLVED_HOMES, ISSUED_HOMES, REGISTERED_ONLY = 122_900, 108_300, 71_236, 9_400
JIANXINYUAN = (3, 116)  # buildings, homes
HOUSING, WEEKS = 26, 30
OFFICES = ["自然资源局", "住房和城乡建设局", "税务局", "消防救援支队", "不动产登记事务中心"]
HOME = [
    "id", "area_id", "area_code", "project_id", "building", "unit", "room", "state", "listed_on", "solved_on",
    "registered_on", "issued_on", "certificate_masked",
]  # fmt: skip


def make_deeds(city: City) -> None:
    """Backlog projects with homes and obstacles, then housing delivery."""
    dice = chance("deeds")
    make_backlog(city, dice)
    _housing(city, dice)


def make_backlog(city: City, dice) -> None:
    projects = _projects(city, dice)
    buildings_of(projects)
    _homes(city, projects, dice)
    _obstacles(city, [project for project, _ in projects], dice)
    fill_backlog(city, [project for project, _ in projects])


def _projects(city: City, dice) -> list[tuple[DeedProject, int]]:
    solved = [
        JIANXINYUAN[1],
        *spread(SOLVED_HOMES - JIANXINYUAN[1], _sizes(SOLVED_PROJECTS - 1, dice), least=120),
    ]
    open_ = spread(HOMES - SOLVED_HOMES, _sizes(PROJECTS - SOLVED_PROJECTS, dice), least=80)
    taken, communities = {"建欣苑"}, sorted({plot.community for plot in city.plots if plot.is_urban})
    rows = []
    for number, _homes_count in enumerate([*solved, *open_]):
        is_first = number == 0
        home = (
            next(code for code in communities if code.startswith(XIXIA))
            if is_first
            else dice.choice(communities)
        )
        listed = city.today - timedelta(days=dice.randint(360, 640))
        is_solved = number < SOLVED_PROJECTS
        rows.append(
            DeedProject(
                area_id=city.areas[home],
                area_code=home,
                name="建欣苑" if is_first else words.estate(dice, taken),
                developer="（原建设企业 2006 年破产）"
                if is_first
                else f"{dice.choice(words.COMPANY_HEADS)}房地产开发有限公司",
                causes=[Cause.PLANNING, Cause.ACCEPTANCE, Cause.DEVELOPER_GONE, Cause.PAPERS]
                if is_first
                else sorted(dice.sample(Cause.values, dice.randint(1, 2))),
                lead_office=dice.choice(OFFICES),
                state=(state := _project_state(is_first, is_solved, dice)),
                listed_on=listed,
                solved_on=listed + timedelta(days=dice.randint(60, 330)) if is_solved else None,
                raised_to="市处置办证难工作专班" if state == ProjectState.BLOCKED else "",
                raised_on=city.today - timedelta(days=9) if state == ProjectState.BLOCKED else None,
                finished_on=date(dice.randint(1998, 2016), dice.randint(1, 12), 15),
            )
        )
    made = DeedProject.objects.bulk_create(rows)
    return list(zip(made, [*solved, *open_], strict=True))


def _sizes(count: int, dice) -> list[float]:
    return [dice.uniform(0.2, 2.2) for _ in range(count)]


def _project_state(is_first: bool, is_solved: bool, dice) -> str:
    if is_first:
        return ProjectState.CLEARED
    if is_solved:
        return Wheel(
            {ProjectState.HOMES_OPEN: 50, ProjectState.MOSTLY_DONE: 30, ProjectState.CLEARED: 20}
        ).spin(dice)
    return Wheel(
        {
            ProjectState.EXECUTING: 60,
            ProjectState.PLAN_APPROVED: 20,
            ProjectState.DIAGNOSED: 15,
            ProjectState.BLOCKED: 5,
        }
    ).spin(dice)


def _homes(city: City, projects: list[tuple[DeedProject, int]], dice) -> None:
    """Homes by COPY. Of the solved ones a fixed number has its deed, some are entered and wait for the print."""
    ids = Ids(Home)
    states = [HomeState.ISSUED] * (ISSUED_HOMES - JIANXINYUAN[1])
    states += [HomeState.REGISTERED] * REGISTERED_ONLY
    states += [solved_state(dice) for _home in range(SOLVED_HOMES - ISSUED_HOMES - REGISTERED_ONLY)]
    dice.shuffle(states)
    waiting = iter(states)

    def rows():
        for number, (project, count) in enumerate(projects):
            for index in range(count):
                state = HomeState.LISTED
                if project.solved_on:
                    state = HomeState.ISSUED if number == 0 else next(waiting)
                yield _home(next(ids), project, (number == 0, index), state, city.today, dice)

    copy_rows(Home, HOME, rows())
    ids.settle()


def _home(pk: int, project: DeedProject, place: tuple[bool, int], state: str, today: date, dice) -> tuple:
    building, unit, room = door_of(*place)
    solved = project.solved_on
    after = min(solved + timedelta(days=dice.randint(3, 120)), today) if solved else None
    registered = after if state in (HomeState.REGISTERED, HomeState.ISSUED) else None
    issued = after if state == HomeState.ISSUED else None
    return (
        pk, project.area_id, project.area_code, project.pk, building, unit, room, state,
        project.listed_on, solved, registered, issued, f"宁****{dice.randrange(10**4):04d}" if issued else "",
    )  # fmt: skip


def _obstacles(city: City, projects: list[DeedProject], dice) -> None:
    rows = []
    for project in projects:
        for cause in project.causes:
            due = city.today + timedelta(days=dice.randint(-40, 60))
            closed = project.solved_on
            rows.append(
                ProjectObstacle(
                    project=project,
                    cause=cause,
                    lead_office=dice.choice(OFFICES),
                    instrument=dice.choice(Instrument.values),
                    raised_to="市处置办证难工作专班" if (raised := not closed and due < city.today) else "",
                    raised_on=city.today if raised else None,
                    raise_reason="期限已过，责任单位之间意见不一" if raised else "",
                    due_on=closed or due,
                    closed_on=closed,
                    document=f"会议纪要〔{closed.year}〕{dice.randint(1, 99)}号" if closed else "",
                )
            )
    ProjectObstacle.objects.bulk_create(rows)


def _housing(city: City, dice) -> None:
    taken: set[str] = set()
    townships = [code for code in city.areas if len(code) == 9]
    projects = HousingProject.objects.bulk_create(
        HousingProject(
            area_id=city.areas[code],
            area_code=code,
            name=f"{words.estate(dice, taken)}（在建）",
            developer=f"{dice.choice(words.COMPANY_HEADS)}置业有限公司",
            track=dice.choice(HousingTrack.values),
            homes=dice.randint(180, 1600),
            buildings=dice.randint(3, 18),
            contract_on=city.today - timedelta(days=dice.randint(60, 700)),
            promised_on=city.today + timedelta(days=dice.randint(30, 420)),
            listed_on=city.today - timedelta(days=dice.randint(250, 500)),
        )
        for code in dice.sample(townships, HOUSING)
    )
    late = {project.pk for project in dice.sample(projects, 5)}
    monday = week_start(city.today)
    WeeklyProgress.objects.bulk_create(
        row for project in projects for row in _weeks(project, project.pk in late, monday, dice)
    )


def _weeks(project: HousingProject, is_late: bool, monday: date, dice) -> list[WeeklyProgress]:
    percent, planned, rows = dice.randint(20, 45), dice.randint(20, 40), []
    planned = min(planned, percent)
    for week in range(WEEKS):
        before = percent
        percent = min(percent + dice.choice([0, 1, 1, 2]), 98)
        planned = min(planned + (2 if is_late else 1), 99)
        if not is_late:
            planned = min(planned, percent)
        elif week == WEEKS - 1:
            planned = max(planned, percent + 3)
        rows.append(
            WeeklyProgress(
                project=project,
                week_start=monday - timedelta(weeks=WEEKS - 1 - week),
                percent=percent,
                planned_percent=min(planned, 100),
                previous_percent=before if week else 0,
                workers=dice.randint(30, 260),
            )
        )
    return rows
