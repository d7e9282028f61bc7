"""Boards a person keeps: one's own alone."""

from tests.permissions import makers, makers_boards
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page

_VIEW = "statistics.view"
_GONE = frozenset({404})  # nobody opens, changes or deletes what somebody else keeps


def _anothers(does: str, *methods: str) -> Row:
    return Row(does, _VIEW, dict.fromkeys(methods, _GONE), makers_boards.view_of_another)


BOARDS = {
    "statistics:compare": page("对比两个辖区或两段日子", _VIEW, query=makers.area_of),
    "statistics:view_new": form("存为我的看板", _VIEW, query=makers.area_of),
    "statistics:view_change": _anothers("修改我的看板（只有本人的，别人的一律不存在）", "GET", "POST"),
    "statistics:view_drop": _anothers("删除我的看板（只有本人的）", "POST"),
    "statistics-view-list": Row("接口：我的看板、存为我的看板", _VIEW, FORM),
    "statistics-view-detail": _anothers("接口：我的一个看板", "GET"),
    "statistics-view-change": _anothers("接口：修改我的看板", "POST"),
    "statistics-view-drop": _anothers("接口：删除我的看板", "POST"),
}
