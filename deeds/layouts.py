"""The registers of the deed backlog that come and go as files."""

from types import SimpleNamespace

from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deeds.enums import Right
from deeds.filters import HomeFilter, ObstacleFilter
from deeds.models import DeedProject, Home, ProjectObstacle
from deeds.tables.ledgers import HOME_COLUMNS, OBSTACLE_COLUMNS, DeedHomeLedger, ObstacleLedger
from governance.files.layouts import TableLayout
from governance.people.models import User


def _filtered(filterset, rows: QuerySet, user: User, query: str) -> QuerySet:
    """The rows of the list as the list itself filters them."""
    found = filterset(QueryDict(query), queryset=rows, request=SimpleNamespace(user=user))
    if not found.is_valid():
        raise BadRequest(_("筛选条件有误，请回到列表重新筛选后再导出。"))
    return found.qs


def _homes(user: User, query: str) -> QuerySet:
    return _filtered(HomeFilter, Home.objects.for_user(user), user, query)


def _obstacles(user: User, query: str) -> QuerySet:
    return _filtered(ObstacleFilter, ProjectObstacle.objects.for_user(user), user, query)


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
