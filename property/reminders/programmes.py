from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from governance.areas.models import Area
from governance.dispatch.ladders import Deadline, Ladder
from governance.dispatch.topics import LateItem, Topic, lag_words
from property.enums.programmes import ProgrammeRight
from property.models import ProgrammeItem

TITLE_LENGTH = 160  # of a line of the dispatch


def late_tasks(area: Area, day: date) -> list[LateItem]:
    """Tasks past their day that nobody has checked as complete, as of a day."""
    rows = ProgrammeItem.objects.within(area.code).late(day).select_related("category__programme")
    return [_line(row, "late", (day - row.due_then).days) for row in rows]


def tasks_due_soon(area: Area, day: date) -> list[LateItem]:
    """Tasks whose day comes within a week."""
    rows = ProgrammeItem.objects.within(area.code).due_soon(day).select_related("category__programme")
    return [_line(row, "due", (day - row.due_then).days) for row in rows]


def _line(row: ProgrammeItem, which: str, days: int) -> LateItem:
    return LateItem(
        key=f"programme.{which}:{row.pk}",
        title=f"{row.category.programme.name}：{row.title}"[:TITLE_LENGTH],
        url=reverse("property:item_detail", args=[row.pk]),
        owner=row.lead_office,
        owner_id=row.area_id,
        days_late=max(days, 0),
        lag=lag_words(days),
    )


def items_due(day: date, until: date) -> Iterator[Deadline]:
    """Tasks of running programmes that nobody has checked as complete, with the seat that leads them."""
    for item in ProgrammeItem.objects.due_by(until, day).select_related("lead_post").order_by("due_on", "pk"):
        seat, what = item.lead_post, _now("专项任务“{}”").format(item.title)
        where = seat.area_code if seat else item.area_code
        yield Deadline(item.pk, what, where, item.due_then, post_id=item.lead_post_id)


PROGRAMMES = Topic("property.programmes", _("专项任务"), (late_tasks, tasks_due_soon))
ITEM_LADDER = Ladder(
    "property.item", _("专项任务"), items_due, page="property:item_detail", right=ProgrammeRight.VIEW
)
