"""What a person wants to be told outside the portal, and the log of what went out."""

from tests.permissions import makers_deliveries as makers
from tests.permissions.makers import by_pk
from tests.permissions.rows import form, page, rows_of, verb

VIEW, READ, DELIVER = "dispatch.view", "deliveries.view", "dispatch.deliver"
_delivery = by_pk(makers.delivery)
_shared = {"shared": True}

DELIVERIES = {
    "dispatch:notice_settings": form("我的通知设置", VIEW),
    "dispatch:address_change": form("填写自己的接收地址", VIEW, makers.channel, **_shared),
    "dispatch:delivery_list": rows_of("发送记录", READ, makers.delivery),
    "dispatch:delivery_resend": verb("重发一条通知", DELIVER, _delivery, sees=READ, gate=READ),
    "dispatch:unsent_resend": verb("重发一种方式没有发出的", DELIVER, makers.channel, **_shared),
    "delivery-list": rows_of("接口：发送记录", READ, makers.delivery),
    "delivery-detail": page("接口：一条发送记录", READ, _delivery),
    "delivery-resend": verb("接口：重发一条通知", DELIVER, _delivery, sees=READ, gate=READ),
    "delivery-resend-unsent": verb("接口：重发一种方式没有发出的", DELIVER, gate=READ),
    "delivery-ways": page("接口：各发送方式的情况", READ),
    "notice-setting-list": page("接口：我的通知设置", VIEW),
    "notice-setting-choose": verb("接口：改我的通知设置", VIEW),
    "notice-setting-address": verb("接口：填写自己的接收地址", VIEW),
}
