"""Errands, the catalogue and the hints."""

from tests.permissions import makers_errands as makers
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

_building = {"level": "building"}
_handle = {"gate": "errands.view", **_building}
_named = {"sees": "grids.roster", **_building}
_pressed = {"sees": "errands.view", **_building}
ERRANDS = {
    "grids:errand_list": rows_of("帮代办列表", "errands.view", makers.errand, **_building),
    "grids:errand_new": form("发起代办", "errands.handle"),
    "grids:errand_detail": page("帮代办详情", "errands.view", makers.errand, **_building),
    "grids:errand_step": verb("办理代办", "errands.handle", makers.errand_to("gather"), **_handle),
    "grids:errand_papers": verb("勾选材料清单", "errands.handle", makers.errand, **_pressed),
    "grids:errand_photo": verb("添加材料照片", "errands.handle", makers.errand, **_pressed),
    "grids:errand_reveal": verb(
        "查看代办人完整信息（说明理由）", "audit.reveal", makers.name_of_errand, **_pressed
    ),
    "grids:service_item_list": page("代办事项目录", "errands.view"),
    "grids:service_item_new": form("新增代办事项", "errands.manage"),
    "grids:service_item_edit": form("修改代办事项", "errands.manage", makers.item, shared=True),
    "grids:hint_list": rows_of("资格提醒列表", "errands.handle", makers.hint, **_named),
    "grids:hint_take": verb("由提醒发起代办", "errands.handle", by_pk(makers.hint), **_named),
    "grids:hint_decline": verb("提醒记为不需要", "errands.handle", by_pk(makers.hint), **_named),
    "grids:rule_switch": verb("启用、停用提醒规则", "errands.manage", makers.rule, shared=True),
    "errand-list": Row(
        "接口：帮代办列表、发起代办", "errands.view", FORM, fill=makers.errand,
        rights={"POST": "errands.handle"}, **_building,
    ),
    "errand-detail": page("接口：帮代办详情", "errands.view", makers.errand, **_building),
    "errand-papers": verb("接口：勾选材料清单", "errands.handle", makers.errand, **_pressed),
    "errand-photos": verb("接口：添加材料照片", "errands.handle", makers.errand, **_pressed),
    "errand-consent": verb("接口：登记授权", "errands.handle", makers.errand, **_pressed),
    "errand-gather": verb("接口：材料已齐", "errands.handle", makers.errand, **_pressed),
    "errand-submit": verb("接口：递交", "errands.handle", makers.errand, **_pressed),
    "errand-supplement": verb("接口：要求补正", "errands.handle", makers.errand, **_pressed),
    "errand-resubmit": verb("接口：补正后再递交", "errands.handle", makers.errand, **_pressed),
    "errand-grant": verb("接口：办成", "errands.handle", makers.errand, **_pressed),
    "errand-reject": verb("接口：未办成", "errands.handle", makers.errand, **_pressed),
    "errand-deliver": verb("接口：送达", "errands.handle", makers.errand, **_pressed),
    "errand-close": verb("接口：代办结案", "errands.handle", makers.errand, **_pressed),
    "errand-withdraw": verb("接口：撤回授权", "errands.handle", makers.errand, **_pressed),
    "service-item-list": page("接口：代办事项目录", "errands.view"),
    "eligibility-hint-list": rows_of("接口：资格提醒列表", "errands.handle", makers.hint, **_named),
    "eligibility-hint-detail": page(
        "接口：资格提醒详情", "errands.handle", by_pk(makers.hint), **_named
    ),
    "eligibility-hint-take": verb(
        "接口：由提醒发起代办", "errands.handle", by_pk(makers.hint), **_named
    ),
    "eligibility-hint-decline": verb(
        "接口：提醒记为不需要", "errands.handle", by_pk(makers.hint), **_named
    ),
}  # fmt: skip
