"""The board of the backlog: project by cause with the clock of each obstacle, and how many homes are left."""

from collections import Counter
from datetime import timedelta

from django.db.models import Count
from django.utils.translation import gettext as _

from deeds.enums import Cause, Clock
from deeds.models import DeedProject, Home, ProjectObstacle
from governance.areas.models import Area
from governance.kernel.days import today, week_start
from governance.statistics import registry
from governance.statistics.counting import DAY
from governance.statistics.reading import read_values, span_of

WEEKS = 26
_LEFT = ("deeds.home_count", "deeds.home_solved_count", "deeds.home_issued_count")


def homes_by_project(user, projects: list[int]) -> dict[int, dict[str, int]]:
    """`{project: {"listed", "solved", "issued"}}` of the projects on one page, in one query."""
    counts = Count("listed_on"), Count("solved_on"), Count("issued_on")
    homes = Home.objects.for_user(user).filter(project__in=projects)
    rows = homes.order_by().values_list("project").annotate(*counts)
    return {
        project: {"listed": listed, "solved": solved, "issued": issued}
        for project, listed, solved, issued in rows
    }


def matrix(user, projects: list[DeedProject]) -> list[dict]:
    """The lines of the board: a cell for every cause, with the obstacle that stands, or the last that was closed."""
    found: dict[tuple[int, str], ProjectObstacle] = {}
    rows = ProjectObstacle.objects.for_user(user).filter(project__in=[row.pk for row in projects])
    for obstacle in rows.order_by("closed_on", "pk"):  # those that stand come last: NULL sorts high
        found[obstacle.project_id, obstacle.cause] = obstacle
    homes = homes_by_project(user, [row.pk for row in projects])
    return [
        {
            "project": project,
            "homes": homes.get(project.pk, {}),
            "left": _left(homes.get(project.pk, {})),
            "cells": [cell(cause, found.get((project.pk, cause))) for cause in Cause],
        }
        for project in projects
    ]


def _left(homes: dict[str, int]) -> int:
    return homes.get("listed", 0) - homes.get("solved", 0)


def cell(cause: Cause, obstacle: ProjectObstacle | None) -> dict:
    """One field of the board: its colour never speaks alone."""
    if obstacle is None:
        return {"cause": cause, "obstacle": None}
    return {"cause": cause, "obstacle": obstacle, "clock": obstacle.clock, "words": clock_words(obstacle)}


def clock_words(obstacle: ProjectObstacle) -> str:
    """How an obstacle stands by its day, in few words."""
    days = obstacle.days_left
    if obstacle.clock == Clock.CLOSED:
        return _("已销号")
    if obstacle.clock == Clock.LATE:
        return _("超期 {} 天").format(-days)
    return _("今天到期") if days == 0 else _("还剩 {} 天").format(days)


def clocks_of(projects) -> list[dict]:
    """How many obstacles of the projects (a query set) stand at each clock."""
    day = today()
    rows = ProjectObstacle.objects.filter(project__in=projects.order_by().values("pk"))
    counts = Counter(Clock.of(due, closed, day) for due, closed in rows.values_list("due_on", "closed_on"))
    return [
        {"clock": clock, "count": counts[clock]}
        for clock in (Clock.LATE, Clock.NEAR, Clock.ON_TIME, Clock.CLOSED)
    ]


def burn_down(area: Area) -> dict:
    """Homes still without a solution and still without a deed, at the end of each of the last weeks."""
    day = today()
    first = week_start(day) - timedelta(weeks=WEEKS - 1)
    ends = [min(first + timedelta(days=7 * week + 6), day) for week in range(WEEKS)]
    indicators = [registry.indicators()[key] for key in _LEFT]
    readings = read_values(indicators, area=area, span=span_of(ends[0], day, day), by=DAY)
    listed, solved, issued = ({row.key: row.value for row in reading.rows} for reading in readings)
    labels = [end.isoformat() for end in ends]
    return {
        "id": "burn-down",
        "kind": "line",
        "title": _("还有多少套没有解决、没有发证"),
        "unit": _("套"),
        "labels": [f"{end:%m-%d}" for end in ends],
        "series": [
            {"name": _("未解决"), "values": [listed[end] - solved[end] for end in labels]},
            {"name": _("未发证"), "values": [listed[end] - issued[end] for end in labels]},
        ],
        "note": _("每周日一点，最后一点为今天"),
    }
