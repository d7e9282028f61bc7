"""Which figures stand first: what a preset says for each role, what a person keeps for themselves."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.kernel.wording import listed, plain
from governance.people.models import Role, User
from governance.statistics import registry
from governance.statistics.enums import MOST_VIEWS, Period
from governance.statistics.models import BoardView, RoleBoard


def load_role_boards(rows: list[dict]) -> None:
    """The boards of the roles as a preset says; a city's preset, loaded later, says it anew."""
    wanted = {key for row in rows for key in (*row["indicators"], row["shown"])}
    if unknown := sorted(wanted - registry.indicators().keys()):
        raise Refused(
            "no_such_indicator", _("没有这些指标：{}，请对照指标目录修改。").format(listed(unknown))
        )
    for row in rows:
        role = Role.objects.get(code=row["role"]) if row["role"] else None
        said = {"indicators": row["indicators"], "shown": row["shown"]}
        RoleBoard.objects.update_or_create(role=role, defaults=said)


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
    _refuse_indicators([*indicators, *filter(None, [shown])])
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


def _refuse_indicators(keys: list[str]) -> None:
    if not keys:
        raise ValidationError({"indicators": _("请至少选一个指标。")})
    if unknown := [key for key in dict.fromkeys(keys) if key not in registry.indicators()]:
        words = _("没有这些指标：{}，请对照指标目录修改。")
        raise ValidationError({"indicators": words.format(listed(unknown))})


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
