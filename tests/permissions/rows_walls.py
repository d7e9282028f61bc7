"""The meeting-room screen: putting one up, ending it, and the screen itself."""

from tests.permissions import makers
from tests.permissions import makers_walls as made
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

OPEN, VIEW = "walls.open", "statistics.view"
_place = {"level": "community"}

WALLS = {
    "wall:show": page("大屏（凭地址打开）", None, made.address, **_place),
    "wall:figures": page("大屏刷新的数（凭地址打开）", None, made.address, **_place),
    "wall:outlines": page("大屏的边界（凭地址打开）", None, made.mapped_address, **_place),
    "walls:live": page("自己辖区的大屏", VIEW, query=makers.area_of, **_place),
    "walls:live_figures": page("自己辖区的大屏刷新的数", VIEW, query=makers.area_of, **_place),
    "walls:wall_list": rows_of("大屏列表", VIEW, made.wall),
    "walls:wall_open": form("投到大屏", OPEN),
    "walls:wall_revoke": verb("停用大屏", OPEN, by_pk(made.wall), sees=VIEW),
    "wall-list": Row("接口：大屏列表、投到大屏", VIEW, FORM, fill=made.wall, rights={"POST": OPEN}),
    "wall-detail": page("接口：一块大屏", VIEW, by_pk(made.wall)),
    "wall-revoke": verb("接口：停用大屏", OPEN, by_pk(made.wall), sees=VIEW),
}
