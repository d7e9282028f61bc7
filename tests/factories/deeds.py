"""Deed projects with homes in any state, and housing projects with weekly rows. Lawful by the constraints."""

from datetime import date, timedelta
from itertools import count

from deeds.enums import Cause, HousingTrack
from deeds.models import DeedBuilding, DeedProject, Home, HousingProject, ProjectObstacle, WeeklyProgress
from deeds.states import HELD_HOMES, HOMES_UNDER_WAY, SOLVED_STATES, HomeState, ProjectState
from governance.areas.models import Area
from governance.kernel.days import today, week_start

_numbers = count(1)
_DAYS = ("listed_on", "solved_on", "registered_on", "issued_on", "delivered_on")
_REACHED = {
    HomeState.UNLISTED: 0,
    HomeState.LISTED: 1,
    **dict.fromkeys((*HOMES_UNDER_WAY, *HELD_HOMES), 2),
    HomeState.REGISTERED: 3,
    HomeState.ISSUED: 4,
    HomeState.DELIVERED: 5,
}


def make_deed_project(area: Area, *, state=ProjectState.LISTED, **fields) -> DeedProject:
    listed_on = fields.pop("listed_on", today() - timedelta(days=200))
    solved_on = listed_on + timedelta(days=100) if state in SOLVED_STATES else None
    return DeedProject.objects.create(
        **{
            "area": area,
            "name": f"小区{next(_numbers)}",
            "developer": "某置业公司",
            "causes": [Cause.PLANNING],
            "lead_office": "自然资源局",
            "state": state,
            "listed_on": listed_on,
            "solved_on": solved_on,
            **fields,
        }
    )


def make_homes(project: DeedProject, number: int = 1, *, state=HomeState.LISTED) -> list[Home]:
    """`number` homes of one building, set in bulk; each stage reached ten days after the one before."""
    reached = _REACHED[state]
    days = {
        name: project.listed_on + timedelta(days=10 * place) if place < reached else None
        for place, name in enumerate(_DAYS)
    }
    building = str(next(_numbers))
    DeedBuilding.objects.create(project=project, number=building)
    told = {"state": state, "is_new": project.is_new, **days}
    homes = [
        Home(project=project, building=building, unit="1", room=f"{room:04d}", **told)
        for room in range(number)
    ]
    for home in homes:
        home.place_in(project.area)
    return Home.objects.bulk_create(homes)


def make_home(project: DeedProject, *, state=HomeState.LISTED) -> Home:
    return make_homes(project, state=state)[0]


def make_obstacle(project: DeedProject, *, due_on: date | None = None, **fields) -> ProjectObstacle:
    return ProjectObstacle.objects.create(
        **{
            "project": project,
            "cause": Cause.PLANNING,
            "lead_office": "自然资源局",
            "due_on": due_on or today() + timedelta(days=30),
            **fields,
        }
    )


def make_housing_project(area: Area, **fields) -> HousingProject:
    return HousingProject.objects.create(
        **{
            "area": area,
            "name": f"楼盘{next(_numbers)}",
            "developer": "某地产公司",
            "track": HousingTrack.WHITE_LIST,
            "homes": 400,
            "buildings": 5,
            "contract_on": today() - timedelta(days=300),
            "promised_on": today() + timedelta(days=200),
            "listed_on": today() - timedelta(days=250),
            **fields,
        }
    )


def make_progress(
    project: HousingProject, *, percent: int, planned: int, weeks_ago: int = 0
) -> WeeklyProgress:
    return WeeklyProgress.objects.create(
        project=project,
        week_start=week_start(today()) - timedelta(weeks=weeks_ago),
        percent=percent,
        planned_percent=planned,
        workers=120,
    )
