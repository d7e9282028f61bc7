"""Work orders between offices. Who sits in the called or the sending office sees its orders wherever the case lies."""

from tests.permissions import makers_orders as makers
from tests.permissions.makers import by_pk, dispute_by_number
from tests.permissions.rows import form, page, rows_of, verb

_handle = {"gate": "casework.view"}
_pressed = {"sees": "casework.view"}
_order = by_pk(makers.order)
ORDERS = {
    "casework:order_list": rows_of("工单列表", "casework.view", makers.order),
    "casework:order_detail": page("工单详情", "casework.view", _order),
    "casework:order_step": verb("办理工单", "casework.handle", makers.order_to("take"), **_handle),
    "casework:order_send": form(
        "转请协办、移交、吹哨", "casework.handle", makers.sending("whistle"), **_handle
    ),
    "case-refer": verb("接口：转请协办", "casework.handle", dispute_by_number, **_pressed),
    "case-transfer": verb("接口：移交", "casework.handle", dispute_by_number, **_pressed),
    "case-whistle": verb("接口：吹哨", "casework.handle", dispute_by_number, **_pressed),
    "work-order-list": rows_of("接口：工单列表", "casework.view", makers.order),
    "work-order-detail": page("接口：工单详情", "casework.view", _order),
    "work-order-take": verb("接口：接收工单", "casework.handle", _order, **_pressed),
    "work-order-take-over": verb("接口：接受移交", "casework.handle", _order, **_pressed),
    "work-order-answer": verb("接口：答复、报到", "casework.handle", _order, **_pressed),
    "work-order-return": verb("接口：退回工单", "casework.handle", _order, **_pressed),
    "work-order-rate": verb("接口：评价办结", "casework.handle", _order, **_pressed),
    "work-order-withdraw": verb("接口：撤回工单", "casework.handle", _order, **_pressed),
}
