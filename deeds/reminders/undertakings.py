"""What is let pass and what is promised, chased before and after its day."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deeds.enums import NEAR_DAYS
from deeds.models import Undertaking
from governance.areas.models import Area
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


UNDERTAKINGS = Topic(
    "deeds.undertakings", gettext_lazy("容缺、承诺"), (overdue_undertakings, undertakings_due_soon)
)
