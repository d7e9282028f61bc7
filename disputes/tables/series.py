from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout

SERIES = Layout(
    "series",
    (
        Column("id", _("编号")),
        Column("title", _("名称")),
        Column("lead_number", _("示范案")),
        Column("area_code", _("区划代码")),
        Column("area_name", _("区划")),
        Column("opened_on", _("立项日期")),
        Column("closed_on", _("办结日期")),
        Column("households", _("户数")),
        Column("settled", _("已解决户数")),
        Column("due_cents", _("应付金额（分）")),
        Column("paid_cents", _("已付金额（分）")),
    ),
)
