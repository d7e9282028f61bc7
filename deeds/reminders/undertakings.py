"""What is let pass and what is promised, chased before and after its day."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deeds.enums import NEAR_DAYS, Right
from deeds.models import Undertaking
from governance.areas.models import Area
from governance.dispatch.ladders import Deadline, Ladder
from governance.dispatch.topics import LateItem, Topic

TITLE_LENGTH = 160  # of a line of the dispatch


def overdue_undertakings(area: Area, day: date) -> list[LateItem]:
    """Those past their day that nobody has checked, as of a day."""
    rows = Undertaking.objects.within(area.code).overdue_on(day)
    return [_line(row, "late", day) for row in rows.select_related("project")]


def undertakings_due_soon(area: Area, day: date) -> list[LateItem]:
    """Those whose day comes within a week, to be asked about in time."""
    rows = Undertaking.objects.within(area.code).due_soon(day, day + timedelta(days=NEAR_DAYS))
    return [_line(row, "due", day) for row in rows.select_related("project")]


def _line(row: Undertaking, which: str, day: date) -> LateItem:
    days = (day - row.due_on).days
    return LateItem(
        key=f"deeds.undertaking.{which}:{row.pk}",
        title=f"{row.project.name}：{row.what}"[:TITLE_LENGTH],
        url=reverse("deeds:undertaking_detail", args=[row.pk]),
        owner=row.project.lead_office,
        days_late=max(days, 0),
        lag=_("超期 {} 天").format(days) if days > 0 else _("还剩 {} 天").format(-days),
    )


def undertakings_due(day: date, until: date) -> Iterator[Deadline]:
    rows = Undertaking.objects.open_on(day).filter(due_on__lte=until).select_related("project")
    for row in rows.order_by("due_on", "pk"):
        what = _("{project}的{kind}“{what}”").format(
            project=row.project.name, kind=row.get_kind_display(), what=row.what[:60]
        )
        yield Deadline(row.pk, what, row.area_code, row.due_on)


UNDERTAKINGS = Topic(
    "deeds.undertakings", gettext_lazy("容缺、承诺"), (overdue_undertakings, undertakings_due_soon)
)
UNDERTAKING_LADDER = Ladder(
    "deeds.undertaking",
    gettext_lazy("容缺、承诺"),
    undertakings_due,
    page="deeds:undertaking_detail",
    right=Right.VIEW,
)
