"""What a phone without a signal asks for, and what comes of versions that part."""

from tests.permissions.makers import by_pk
from tests.permissions.makers_offline import conflict
from tests.permissions.rows import page, rows_of, verb

_building = {"level": "building"}
OFFLINE = {
    "grids:pocket": page("待发送与离线页（不含任何人的信息）", None),
    "service_worker": page("离线脚本", None),
    "manifest": page("安装到手机桌面的说明", None),
    "grids:conflict_list": rows_of("两份走访列表", "grids.roster", conflict, **_building),
    "grids:conflict_detail": page("两份走访对照", "grids.roster", by_pk(conflict), **_building),
    "grids:conflict_review": verb(
        "核对两份走访", "grids.manage", by_pk(conflict), sees="grids.roster", **_building
    ),
    "pocket-list": page("接口：手机里的名册", "grids.visit"),
    "visit-sync": verb("接口：手机补传走访", "grids.visit"),
}
