"""双报到: units, members in service, posts, records and feedback sheets, on pages and by API."""

from tests.factories import reporting
from tests.permissions import makers_reporting as makers
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

VIEW, BUILD, REVEAL = "party.view", "party.build", "audit.reveal"
_unit, _post = by_pk(reporting.make_unit), by_pk(reporting.make_service_post)


def _with_create(does: str, fill) -> Row:
    return Row(does, VIEW, FORM, fill=fill, rights={"POST": BUILD})


REPORTING = {
    "party:unit_list": rows_of("报到单位列表", VIEW, reporting.make_unit),
    "party:unit_report": form("登记报到单位", BUILD),
    "party:unit_detail": page("报到单位详情", VIEW, _unit),
    "party:unit_recount": form("更正在职党员数", BUILD, _unit),
    "party:unit_leave": form("单位结束报到", BUILD, _unit),
    "party:serving_report": form("登记报到党员", BUILD, _unit),
    "party:serving_leave": form("党员结束报到", BUILD, by_pk(makers.serving)),
    "party:serving_reveal": verb(
        "查看报到党员姓名、电话（说明理由）", REVEAL, makers.phone_of_serving, sees=VIEW
    ),
    "party:feedback_print": page("打印季度反馈单", VIEW, makers.quarter),
    "party:feedback_word": page("下载季度反馈单（Word）", VIEW, makers.quarter),
    "party:feedback_send": verb("登记已反馈", BUILD, makers.quarter),
    "party:post_list": rows_of("服务岗位列表", VIEW, reporting.make_service_post),
    "party:post_offer": form("发布服务岗位", BUILD),
    "party:post_detail": page("服务岗位详情", VIEW, _post),
    "party:post_close": form("停止岗位", BUILD, _post),
    "party:post_claim": form("认领岗位", BUILD, _post),
    "party:claim_release": form("退岗", BUILD, makers.claim),
    "party:service_write": form("登记服务", BUILD, makers.claim),
    "reporting-unit-list": _with_create("接口：报到单位列表、登记报到单位", reporting.make_unit),
    "reporting-unit-detail": page("接口：报到单位详情", VIEW, _unit),
    "reporting-unit-recount": verb("接口：更正在职党员数", BUILD, _unit),
    "reporting-unit-leave": verb("接口：单位结束报到", BUILD, _unit),
    "reporting-unit-report": verb("接口：登记报到党员", BUILD, _unit),
    "reporting-unit-end_member": verb("接口：党员结束报到", BUILD, _unit),
    "reporting-unit-feedback": verb("接口：登记已反馈", BUILD, _unit),
    "service-post-list": _with_create("接口：服务岗位列表、发布岗位", reporting.make_service_post),
    "service-post-detail": page("接口：服务岗位详情", VIEW, _post),
    "service-post-close": verb("接口：停止岗位", BUILD, _post),
    "service-post-claim": verb("接口：认领岗位", BUILD, _post),
    "service-post-release": verb("接口：退岗", BUILD, _post),
    "service-post-service": verb("接口：登记服务", BUILD, _post),
}
