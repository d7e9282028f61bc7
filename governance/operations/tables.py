from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout

SLOW_STATEMENTS = Layout(
    "slow-statements",
    (
        Column("route", _("页面或任务")),
        Column("text", _("语句")),
        Column("calls", _("次数")),
        Column("mean", _("平均用时（秒）")),
        Column("longest", _("最长用时（秒）")),
        Column("seconds", _("合计用时（秒）")),
        Column("first_at", _("首次出现")),
        Column("last_at", _("最近一次")),
    ),
)
