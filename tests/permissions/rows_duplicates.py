"""Rows of the roster that may be one."""

from tests.permissions import makers_duplicates as makers
from tests.permissions.makers import by_pk
from tests.permissions.rows import form, rows_of, verb

_roster = {"sees": "grids.roster", "level": "building"}

DUPLICATES = {
    "grids:duplicate_list": rows_of("疑似重复列表", "grids.manage", makers.duplicate, **_roster),
    "grids:duplicate_find": verb("马上查一遍疑似重复", "grids.manage"),
    "grids:duplicate_detail": form("核对、合并疑似重复", "grids.manage", by_pk(makers.duplicate), **_roster),
    "grids:duplicate_dismiss": verb("记为不是重复", "grids.manage", by_pk(makers.duplicate), **_roster),
    "grids:merge_list": rows_of("合并记录", "grids.manage", makers.merge, **_roster),
    "grids:merge_undo": verb("撤销合并", "grids.manage", by_pk(makers.merge), **_roster),
}
