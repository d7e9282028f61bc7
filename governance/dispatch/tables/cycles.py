from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import CycleKind, CycleState
from governance.kernel.tables import Column, Layout

CYCLES = Layout(
    "dispatch-cycles",
    (
        Column("area_name", _("单位")),
        Column("area_code", _("区划代码")),
        Column("kind", _("种类"), dict(CycleKind.choices)),
        Column("period", _("期次")),
        Column("due_on", _("应开日期")),
        Column("state", _("状态"), dict(CycleState.choices)),
        Column("meets_on", _("开会日期")),
        Column("late_count", _("逾期事项")),
        Column("carried_count", _("上期未销")),
        Column("task_count", _("未销的任务")),
        Column("closed_count", _("上期已销")),
    ),
)

CYCLE_ITEMS = Layout(
    "dispatch-items",
    (
        Column("area_name", _("单位")),
        Column("cycle_kind", _("种类"), dict(CycleKind.choices)),
        Column("cycle_period", _("期次")),
        Column("topic", _("类别")),
        Column("title", _("事项")),
        Column("owner", _("责任单位")),
        Column("lag", _("差多少")),
        Column("days_late", _("逾期天数")),
        Column("times", _("第几次列入")),
        Column("first_on", _("首次列入日期")),
    ),
)

NOTICES = Layout(
    "notices",
    (
        Column("period", _("期次")),
        Column("area__name", _("单位")),
        Column("body", _("内容")),
        Column("created_at", _("时间")),
        Column("read_at", _("阅读时间")),
    ),
)
