"""What the children of an area are drawn by."""

from tests.permissions import makers
from tests.permissions import makers_boundaries as made
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, verb

VIEW, MANAGE = "areas.view", "areas.manage"
_place = {"level": "community"}
_manage = {"sees": VIEW, **_place}

BOUNDARIES = {
    "areas:map_list": page("边界图", MANAGE, makers.code, **_manage),
    "areas:map_upload": form("上传边界图", MANAGE, makers.code, **_manage),
    "areas:map_use": verb("换用一版边界图", MANAGE, by_pk(made.earlier_map), **_manage),
    "areas:map_withdraw": verb("换回示意图", MANAGE, made.mapped_code, **_manage),
    "areas:map_outlines": page("下载边界", VIEW, made.mapped_code, **_place),
    "area-map-list": Row(
        "接口：边界图列表、上传边界图", VIEW, FORM, fill=made.mapped, rights={"POST": MANAGE}, **_place
    ),
    "area-map-detail": page("接口：一版边界图", VIEW, by_pk(made.mapped), **_place),
    "area-map-outlines": page("接口：一版边界图的边界", VIEW, by_pk(made.mapped), **_place),
    "area-map-use": verb("接口：换用一版边界图", MANAGE, by_pk(made.earlier_map), **_manage),
    "area-map-withdraw": verb("接口：换回示意图", MANAGE, by_pk(made.mapped), **_manage),
}
