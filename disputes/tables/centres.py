from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout

CENTRES = Layout(
    "centres",
    (
        Column("id", _("编号")),
        Column("name", _("名称")),
        Column("area_code", _("区划代码")),
        Column("level_id", _("层级")),
        Column("address", _("地址")),
        Column("phone", _("对外电话")),
        Column("opened_on", _("启用日期")),
    ),
)

TICKETS = Layout(
    "tickets",
    (
        Column("id", _("编号")),
        Column("centre_name", _("中心")),
        Column("day", _("日期")),
        Column("number", _("号码")),
        Column("state", _("状态")),
        Column("drawn_at", _("取号时间")),
    ),
)
