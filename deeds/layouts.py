"""The registers of the deed backlog that come and go as files."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from deeds.enums import Right
from deeds.filters import HomeFilter, ObstacleFilter
from deeds.models import DeedProject, Home, ProjectObstacle
from deeds.tables.ledgers import HOME_COLUMNS, OBSTACLE_COLUMNS, DeedHomeLedger, ObstacleLedger
from governance.files.layouts import TableLayout, filtered_rows
from governance.people.models import User


def _homes(user: User, query: str) -> QuerySet:
    return filtered_rows(HomeFilter, Home.objects.for_user(user), user, query)


def _obstacles(user: User, query: str) -> QuerySet:
    still = ProjectObstacle.objects.for_user(user).filter(closed_on__isnull=True)
    return filtered_rows(ObstacleFilter, still, user, query)


def _projects(user: User) -> QuerySet:
    return DeedProject.objects.for_user(user).select_related("area")


LAYOUTS = (
    TableLayout(
        key="deed_homes",
        title=gettext_lazy("办证难住房名册"),
        right=Right.MANAGE,
        view_right=Right.VIEW,
        columns=HOME_COLUMNS,
        ledger=DeedHomeLedger,
        page="deeds:project_homes",
        rows=_homes,
        targets=_projects,
        import_page="deeds:home_import",
    ),
    TableLayout(
        key="deed_obstacles",
        title=gettext_lazy("办证堵点清单"),
        right=Right.MANAGE,
        view_right=Right.VIEW,
        columns=OBSTACLE_COLUMNS,
        ledger=ObstacleLedger,
        page="deeds:obstacle_list",
        rows=_obstacles,
    ),
)
