"""Which figures stand first for a person: what they keep for themselves."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.kernel.wording import plain
from governance.people.models import User
from governance.statistics.actions.role_boards import refuse_indicators
from governance.statistics.enums import MOST_VIEWS, Period
from governance.statistics.models import BoardView


@transaction.atomic
def save_view(
    view: BoardView | None,
    *,
    by: User,
    name: str,
    area: Area,
    indicators: list[str],
    shown: str = "",
    period: str = Period.YEAR,
    from_on: date | None = None,
    to_on: date | None = None,
    is_first: bool = False,
) -> BoardView:
    """Keep a board of one's own, or change it. One of them may be what the board opens with."""
    refuse_indicators([*indicators, *filter(None, [shown])])
    User.objects.select_for_update().get(pk=by.pk)  # one at a time: the limit and the first one are counted
    before = _said(view) if view else None
    view = view or BoardView(person=by)
    if view.pk is None and by.board_views.count() >= MOST_VIEWS:
        words = _("每人最多保存 {n} 个看板，请先删除不用的。")
        raise Refused("too_many_views", words.format(n=MOST_VIEWS))
    view.name, view.area, view.is_first = plain(name), area, is_first
    view.indicators, view.shown = list(dict.fromkeys(indicators)), shown
    is_fixed = period == Period.FIXED
    view.period, view.from_on, view.to_on = period, from_on if is_fixed else None, to_on if is_fixed else None
    if is_first:
        by.board_views.exclude(pk=view.pk).update(is_first=False)
    view.full_clean()
    view.save()
    record("statistics.save_view", by=by, subject=view, area_code=area.code, before=before, after=_said(view))
    return view


@transaction.atomic
def drop_view(view: BoardView, *, by: User) -> None:
    """Delete a board of one's own."""
    record("statistics.drop_view", by=by, subject=view, area_code=view.area.code, before=_said(view))
    view.delete()


def _said(view: BoardView) -> dict:
    """What a view says, as the trail keeps it."""
    return {
        "name": view.name,
        "area": view.area.code,
        "indicators": list(view.indicators),
        "shown": view.shown,
        "period": view.period,
        "from": view.from_on and view.from_on.isoformat(),
        "to": view.to_on and view.to_on.isoformat(),
        "is_first": view.is_first,
    }
