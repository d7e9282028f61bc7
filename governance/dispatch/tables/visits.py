from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout

VISITS = Layout(
    "dispatch-visits",
    (
        Column("subject", _("项目或者单位")),
        Column("area_name", _("所在单位")),
        Column("area_code", _("区划代码")),
        Column("cycle_period", _("期次")),
        Column("visited_on", _("督导日期")),
        Column("finding_count", _("发现的问题")),
        Column("cleared_count", _("已整改")),
    ),
)
