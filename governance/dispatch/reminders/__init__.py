"""What the one queue brings before the dispatch."""

from datetime import date, datetime, time
from functools import partial

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.casework.kinds import kinds
from governance.casework.models import Case
from governance.dispatch.topics import LateItem, Topic
from governance.kernel.days import local_date


def late_cases(kind: str, label: str) -> Topic:
    """The topic of one kind of case, for the app that brings the kind."""
    return Topic(f"cases.{kind}", label, (partial(overdue_cases, kind=kind),))


def overdue_cases(area: Area, day: date, kind: str = "") -> list[LateItem]:
    """Cases whose limit had run out when the day began and that were not closed by then; paused ones wait."""
    begun = datetime.combine(day, time.min, timezone.get_default_timezone())
    then_open = Q(closed_on__isnull=True) | Q(closed_on__gt=day)
    rows = Case.objects.within(area.code).filter(then_open, paused_at__isnull=True, due_at__lt=begun)
    if kind:
        rows = rows.filter(kind=kind)
    return [_late(case, day) for case in rows.select_related("owner_area").order_by("due_at")]


def _late(case: Case, day: date) -> LateItem:
    """By number and kind alone: a frozen list must not keep what a case is called."""
    days = (day - local_date(case.due_at)).days
    return LateItem(
        key=f"case:{case.pk}",
        title=f"{case.get_kind_display()} {case.number}",
        url=reverse(kinds()[case.kind].detail_page, args=[case.number]),
        owner=case.owner_area.name if case.owner_area else "",
        owner_id=case.owner_area_id,
        days_late=days,
        lag=_("超期 {} 天").format(days),
    )
