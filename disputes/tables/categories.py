from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout

CATEGORY_REPORT = Layout(
    "category_report",
    (
        Column("code", _("代码")),
        Column("name", _("类别")),
        Column("cases", _("受理件数")),
        Column("settled", _("达成协议")),
        Column("written", _("书面协议")),
        Column("oral", _("口头协议")),
        Column("failed", _("调解不成")),
        Column("refused", _("当事人拒绝")),
        Column("people", _("涉及人数")),
        Column("amount", _("协议金额（元）")),
    ),
)
