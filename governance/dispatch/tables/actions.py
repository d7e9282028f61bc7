from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import ActionState, CycleKind
from governance.kernel.tables import Column, Layout

ACTIONS = Layout(
    "dispatch-actions",
    (
        Column("text", _("任务")),
        Column("area_name", _("责任单位所在区划")),
        Column("area_code", _("区划代码")),
        Column("co_names", _("配合单位")),
        Column("standard", _("完成标准")),
        Column("set_by", _("由谁定下")),
        Column("cycle_kind", _("种类"), dict(CycleKind.choices)),
        Column("cycle_period", _("期次")),
        Column("decided_on", _("定下日期")),
        Column("due_on", _("完成期限")),
        Column("state", _("状态"), dict(ActionState.choices)),
        Column("listed_times", _("结转次数")),
        Column("evidence", _("办理结果和依据")),
        Column("ended_on", _("销号、撤销日期")),
    ),
)
