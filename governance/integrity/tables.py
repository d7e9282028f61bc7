from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout

FINDINGS = Layout(
    "integrity-findings",
    (
        Column("code", _("检查项")),
        Column("label", _("名称或编号")),
        Column("area_code", _("区划代码")),
        Column("area_name", _("区划")),
        Column("first_seen_at", _("首次发现")),
        Column("last_seen_at", _("最近一次发现")),
        Column("cleared_at", _("消除时间")),
    ),
)
