"""Who sits in which body, and the building groups as a list of their own."""

from tests.permissions import makers, makers_bodies, makers_tables
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

_post = by_pk(makers_bodies.post)
_called = {"sees": "party.view"}
BODIES = {
    "grids:body_post_list": rows_of("任职列表", "party.view", makers_bodies.post),
    "grids:body_post_new": form(
        "登记任职", "party.manage", makers.code, sees="areas.view", level="community"
    ),
    "grids:body_post_end": form("结束任职", "party.manage", _post),
    "grids:body_post_reveal": verb(
        "查看任职人员完整信息（说明理由）", "audit.reveal", makers_bodies.name_of_post, **_called
    ),
    "body-post-list": Row(
        "接口：任职列表、登记任职", "party.view", FORM, fill=makers_bodies.post,
        rights={"POST": "party.manage"},
    ),
    "body-post-detail": page("接口：任职详情", "party.view", _post),
    "body-post-end": verb("接口：结束任职", "party.manage", _post, **_called),
    "building-group-list": rows_of(
        "接口：楼院列表", "grids.view", makers_tables.building, level="building"
    ),
    "building-group-detail": page(
        "接口：楼院详情", "grids.view", by_pk(makers_tables.building), level="building"
    ),
}  # fmt: skip
