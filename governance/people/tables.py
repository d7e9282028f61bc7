from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout
from governance.people.states import HandoverState

HANDOVERS = Layout(
    "handovers",
    (
        Column("begun_at", _("发起时间")),
        Column("area_code", _("区划代码")),
        Column("area_name", _("区划")),
        Column("role_name", _("岗位")),
        Column("from_name", _("移交人")),
        Column("to_name", _("接交人")),
        Column("items_count", _("事项数")),
        Column("state", _("状态"), dict(HandoverState.choices)),
        Column("ended_at", _("办结时间")),
    ),
)
TOKENS = Layout(
    "api-tokens",
    (
        Column("name", _("用途")),
        Column("owner_name", _("所有人")),
        Column("hint", _("开头几位")),
        Column("created_at", _("建立时间")),
        Column("expires_at", _("到期时间")),
        Column("revoked_at", _("撤销时间")),
        Column("last_used_on", _("最近使用")),
        Column("calls_of_week", _("近 7 天调用")),
        Column("errors_of_week", _("近 7 天出错")),
        Column("limited_of_week", _("近 7 天超过频率")),
        Column("calls_kept", _("近 90 天调用")),
    ),
)
