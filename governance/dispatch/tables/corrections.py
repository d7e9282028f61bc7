from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout

CORRECTIONS = Layout(
    "dispatch-corrections",
    (
        Column("area_name", _("单位")),
        Column("area_code", _("区划代码")),
        Column("cycle_period", _("期次")),
        Column("issue_year", _("印发年度")),
        Column("issue_no", _("更正号")),
        Column("issued_on", _("印发日期")),
        Column("figure_count", _("更正的数字")),
        Column("arrived", _("后到的情况")),
    ),
)
