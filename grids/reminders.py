"""What the work in the grids brings before the dispatch: late events and errands, grids without a worker."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.areas.models import Area
from governance.casework.enums import Kind
from governance.dispatch.reminders import late_cases
from governance.dispatch.topics import LateItem, Topic
from grids.models import Grid


def vacant_grids(area: Area, day: date) -> list[LateItem]:
    """Grids that had no worker of their own on a day; a cover (代管) does not end a vacancy."""
    grids = Grid.objects.within(area.code).in_force(day).unstaffed(day)
    rows = grids.with_vacancy(day).with_community(day).select_related("area")
    return [_vacant(grid, day) for grid in rows.order_by("area_code")]


def _vacant(grid: Grid, day: date) -> LateItem:
    days = (day - grid.vacant_since).days
    return LateItem(
        key=f"grids.vacancy:{grid.pk}",
        title=grid.area.name,
        url=reverse("grids:grid_detail", args=[grid.pk]),
        owner=grid.community or "",
        owner_id=grid.community_id,
        days_late=days,
        lag=_("空缺 {} 天").format(days),
    )


LATE_EVENTS = late_cases(Kind.EVENT, gettext_lazy("超期事件"))
LATE_ERRANDS = late_cases(Kind.ERRAND, gettext_lazy("超期帮代办"))
VACANCIES = Topic("grids.vacancies", gettext_lazy("网格员空缺"), (vacant_grids,))
