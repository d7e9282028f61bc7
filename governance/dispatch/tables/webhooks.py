from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import HookEvent
from governance.kernel.tables import Column, Layout

WEBHOOKS = Layout(
    "dispatch-webhooks",
    (
        Column("name", _("用途")),
        Column("area_code", _("区划代码")),
        Column("area_name", _("单位")),
        Column("url", _("接收地址")),
        Column("events", _("通知哪些事"), dict(HookEvent.choices)),
        Column("created_at", _("登记时间")),
        Column("failing_since", _("从什么时候起发不出")),
        Column("stopped_at", _("停用时间")),
    ),
)
