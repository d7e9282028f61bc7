"""What each role steers by: set up by the administrator for everybody."""

from governance.statistics.enums import OTHERS
from tests.permissions.rows import form, page, verb

_ARRANGE = "statistics.arrange"


def _of_all_others(area) -> dict:
    return {"code": OTHERS}


ROLE_BOARDS = {
    "statistics:role_board_list": page("各岗位的看板", _ARRANGE),
    "statistics:role_board_change": form("设置一个岗位的看板", _ARRANGE, _of_all_others, shared=True),
    "statistics:role_board_reset": verb("一个岗位的看板恢复预置", _ARRANGE, _of_all_others, shared=True),
    "statistics-role-board-list": page("接口：各岗位的看板", _ARRANGE),
    "statistics-role-board-detail": page("接口：一个岗位的看板", _ARRANGE, _of_all_others, shared=True),
    "statistics-role-board-arrange": verb("接口：设置一个岗位的看板", _ARRANGE, _of_all_others, shared=True),
    "statistics-role-board-reset": verb(
        "接口：一个岗位的看板恢复预置", _ARRANGE, _of_all_others, shared=True
    ),
}
