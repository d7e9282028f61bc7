"""Which figures stand first for a role: what a preset says, what the administrator chose instead."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from governance.audit.actions import record
from governance.kernel.errors import Refused
from governance.kernel.wording import listed
from governance.people.models import Role, User
from governance.statistics import registry
from governance.statistics.enums import Right
from governance.statistics.models import RoleBoard


def load_role_boards(rows: list[dict]) -> None:
    """The boards of the roles as a preset says; what the administrator chose stays before it."""
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
def arrange_board(role: Role | None, *, by: User, indicators: list[str], shown: str = "") -> RoleBoard:
    """Say what a role steers by from now on, in this order; None: all roles without a board of their own."""
    _demand(by)
    refuse_indicators([*indicators, *filter(None, [shown])])
    if doubled := sorted({key for key in indicators if indicators.count(key) > 1}):
        names = [registry.indicators()[key].name for key in doubled]
        words = _("重复的指标：{}。每个指标只放一格，请去掉多余的。")
        raise ValidationError({"indicators": words.format(listed(names))})
    board = RoleBoard.objects.select_for_update().get_or_create(role=role)[0]
    before = _said(board)
    board.own_indicators, board.own_shown = indicators, shown
    board.full_clean()
    board.save()
    record("statistics.arrange_board", by=by, subject=board, before=before, after=_said(board))
    return board


@transaction.atomic
def reset_board(role: Role | None, *, by: User) -> None:
    """Back to what the preset says for a role; a role the preset does not know shows what all others see."""
    _demand(by)
    board = RoleBoard.objects.select_for_update().filter(role=role).first()
    if board is None or not board.is_own:
        raise Refused("not_arranged", _("这个岗位的看板没有改过，不用恢复。"))
    before = _said(board)
    board.own_indicators, board.own_shown = [], ""
    board.save(update_fields=["own_indicators", "own_shown"])
    record("statistics.reset_board", by=by, subject=board, before=before, after=_said(board))


def refuse_indicators(keys: list[str]) -> None:
    """Raise `ValidationError` for a board of nothing, or of what nobody publishes."""
    if not keys:
        raise ValidationError({"indicators": _("请至少选一个指标。")})
    if unknown := [key for key in dict.fromkeys(keys) if key not in registry.indicators()]:
        words = _("没有这些指标：{}，请对照指标目录修改。")
        raise ValidationError({"indicators": words.format(listed(unknown))})


def _demand(by: User) -> None:
    if not by.may(Right.ARRANGE):
        raise PermissionDenied


def _said(board: RoleBoard) -> dict:
    """What a board says, as the trail keeps it."""
    indicators, shown = board.in_force
    return {"indicators": list(indicators), "shown": shown, "is_own": board.is_own}
