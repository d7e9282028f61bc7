"""Addresses outside that are told of issued papers."""

from tests.permissions import makers_webhooks as makers
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

MANAGE = "dispatch.manage"
_hook = by_pk(makers.webhook)

WEBHOOKS = {
    "dispatch:webhook_list": rows_of("简报推送：接收地址列表", MANAGE, makers.webhook),
    "dispatch:webhook_new": form("登记接收地址", MANAGE),
    "dispatch:webhook_detail": page("接收地址与推送记录", MANAGE, _hook),
    "dispatch:webhook_step": verb("测试、停用、恢复一个接收地址", MANAGE, makers.hook_step),
    "dispatch:event_resend": verb("重发没有发出的推送", MANAGE, by_pk(makers.given_up)),
    "dispatch-webhook-list": Row("接口：接收地址列表、登记接收地址", MANAGE, FORM, fill=makers.webhook),
    "dispatch-webhook-detail": page("接口：一个接收地址", MANAGE, _hook),
    "dispatch-webhook-test": verb("接口：给接收地址发测试", MANAGE, _hook),
    "dispatch-webhook-stop": verb("接口：停用接收地址", MANAGE, _hook),
    "dispatch-webhook-resume": verb("接口：恢复接收地址", MANAGE, _hook),
    "dispatch-webhook-deliveries": page("接口：推送记录", MANAGE, _hook),
    "dispatch-webhook-resend": verb("接口：重发没有发出的推送", MANAGE, makers.event),
}
