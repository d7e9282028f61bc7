from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout
from grids.enums.errands import Contentment, ErrandResult
from grids.states.errands import ErrandState, HintState
from grids.tables.territory import AREA

ERRANDS = Layout(
    "errands",
    (
        Column("number", _("编号")),
        *AREA,
        Column("item_name", _("代办事项")),
        Column("person", _("姓名（隐去）")),
        Column("worker_name", _("代办人")),
        Column("state", _("状态"), dict(ErrandState.choices)),
        Column("requested_on", _("提出日期")),
        Column("submitted_on", _("递交日期")),
        Column("result", _("办理结果"), {"": "", **dict(ErrandResult.choices)}),
        Column("decided_on", _("出结果日期")),
        Column("delivered_on", _("送达日期")),
        Column("satisfaction", _("满意度"), {"": "", **dict(Contentment.choices)}),
    ),
)

HINTS = Layout(
    "eligibility-hints",
    (
        *AREA,
        Column("rule_name", _("规则")),
        Column("item_name", _("代办事项")),
        Column("person", _("姓名（隐去）")),
        Column("period", _("期间")),
        Column("due_on", _("最晚办理")),
        Column("state", _("状态"), dict(HintState.choices)),
    ),
)
