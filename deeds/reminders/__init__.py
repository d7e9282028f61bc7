"""What the backlog and housing delivery bring before the weekly dispatch."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deeds.enums import Right
from deeds.models import HousingProject, Milestone, ProjectObstacle
from governance.areas.models import Area
from governance.dispatch.ladders import Deadline, Ladder
from governance.dispatch.topics import LateItem, Topic
from governance.kernel.days import week_start


def overdue_obstacles(area: Area, day: date) -> list[LateItem]:
    """Obstacles past their day, as of a day."""
    rows = ProjectObstacle.objects.within(area.code).overdue_on(day).select_related("project")
    return [
        LateItem(
            key=f"deeds.obstacle:{row.pk}",
            title=f"{row.project.name}：{row.get_cause_display()}",
            url=reverse("deeds:obstacle_detail", args=[row.pk]),
            owner=row.lead_office,
            owner_id=row.project.area_id,
            days_late=(day - row.due_on).days,
            lag=_("超期 {} 天").format((day - row.due_on).days),
        )
        for row in rows
    ]


def housing_behind(area: Area, day: date) -> list[LateItem]:
    """Housing projects whose last weekly row lies below its plan, or that have not told theirs."""
    return [_behind(project, day) for project in HousingProject.objects.within(area.code).behind(day)]


def _behind(project: HousingProject, day: date) -> LateItem:
    if project.percent is None:
        lag, since = _("未报进度"), project.listed_on
    else:
        lag = _("落后 {} 个百分点").format(project.planned_percent - project.percent)
        since = project.week_start
    return LateItem(
        key=f"deeds.housing:{project.pk}",
        title=project.name,
        url=reverse("deeds:housing_detail", args=[project.pk]),
        owner=project.developer[:80],
        owner_id=project.area_id,
        days_late=(day - week_start(since)).days,
        lag=lag,
    )


def obstacles_due(day: date, until: date) -> Iterator[Deadline]:
    for row in ProjectObstacle.objects.due_by(until, day).select_related("project"):
        what = _("{project}的堵点“{cause}”（{office}）").format(
            project=row.project.name, cause=row.get_cause_display(), office=row.lead_office
        )
        yield Deadline(row.pk, what, row.project.area_code, row.due_on)


def milestones_due(day: date, until: date) -> Iterator[Deadline]:
    """Stages that buildings of watched projects have not completed."""
    rows = Milestone.objects.missed_by(until, day).select_related("building__project", "stage")
    for row in rows.order_by("planned_on", "pk"):
        project = row.building.project
        what = _("{project}{building}的节点“{stage}”").format(
            project=project.name, building=row.building.name, stage=row.stage.name
        )
        yield Deadline(project.pk, what, project.area_code, row.planned_on, row=row.pk)


OBSTACLES = Topic("deeds.obstacles", gettext_lazy("办证堵点"), (overdue_obstacles,))
HOUSING = Topic("deeds.housing", gettext_lazy("保交楼"), (housing_behind,))
OBSTACLE_LADDER = Ladder(
    "deeds.obstacle",
    gettext_lazy("办证堵点"),
    obstacles_due,
    page="deeds:obstacle_detail",
    right=Right.VIEW,
)
MILESTONE_LADDER = Ladder(
    "deeds.milestone",
    gettext_lazy("保交楼节点"),
    milestones_due,
    page="deeds:housing_detail",
    right=Right.VIEW,
)
