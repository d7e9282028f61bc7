"""The table of permissions as a page for administrators.

`./run manage shell -c 'from tests.permissions.document import write; write()'` writes it.
"""

from collections.abc import Iterator
from pathlib import Path

from tests.permissions.oracle import ROLES, Row
from tests.permissions.routes import routes
from tests.permissions.table import ROOMS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "permissions.md"
HEAD = """# 权限对照表

每个页面和接口需要哪项权限，哪些角色有这项权限。角色与权限以基础预设为准，管理员可以在系统里调整角色的权限。

- 所有页面和接口都按岗位的辖区取数：辖区以外的内容，一律按「不存在」回答（404）。
- 看得到、但没有办理权限的，回答「没有权限」（403）。没有登录的，页面转到登录页，接口回答 401。
- 接口密钥只能在本人权限之内再收窄。
- 本表由 `tests/permissions/table.py` 生成，并逐条由测试核对。
"""
OPEN, LOGGED_IN = "不需要登录", "登录即可"
_LEVELS = {
    "city": "市",
    "county": "县区",
    "township": "镇街",
    "community": "社区",
    "grid": "网格",
    "building": "楼院",
}
_COLUMNS = "| 事项 | 地址 | 方法 | 权限 | 角色 |\n| --- | --- | --- | --- | --- |"


def document() -> str:
    """The whole page."""
    return "\n".join([HEAD, _roles(), *(_room(title, rows) for title, rows in ROOMS.items())])


def write() -> None:
    PAGE.write_text(document())


def _roles() -> str:
    lines = [
        f"| {role['name']} | {_LEVELS[role['level']]} | {'、'.join(f'`{right}`' for right in role['rights'])} |"
        for role in ROLES.values()
    ]
    return "\n".join(["## 角色", "", "| 角色 | 层级 | 权限 |", "| --- | --- | --- |", *lines, ""])


def _room(title: str, rows: dict[str, Row]) -> str:
    lines = [line for name, row in rows.items() for line in _lines(name, row)]
    return "\n".join([f"## {title}", "", _COLUMNS, *lines, ""])


def _lines(name: str, row: Row) -> Iterator[str]:
    """One line for each right a route takes, with the methods that take it."""
    address = routes()[name]
    for right in dict.fromkeys(map(row.right_for, row.methods)):
        methods = "、".join(method for method in row.methods if row.right_for(method) == right)
        yield f"| {row.does} | `{address}` | {methods} | {_right_words(row, right)} | {_holders(row, right)} |"


def _right_words(row: Row, right: str | None) -> str:
    if not right:
        return OPEN if right is None else LOGGED_IN
    return " + ".join(f"`{needed}`" for needed in dict.fromkeys([right, row.gate, row.sees]) if needed)


def _holders(row: Row, right: str | None) -> str:
    if not right:
        return "所有人" if right is None else "所有登录人员"
    needed = {right, row.gate, row.sees} - {""}
    return "、".join(role["name"] for role in ROLES.values() if needed <= set(role["rights"]))
