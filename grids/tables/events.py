from django.utils.translation import gettext_lazy as _

from governance.casework.enums import LimitUnit, Outcome, Source
from governance.kernel.tables import Column, Layout
from grids.enums.events import EventGrade
from grids.states.events import EventState

EVENTS = Layout(
    "events",
    (
        Column("number", _("编号")),
        Column("title", _("名称")),
        Column("category_id", _("类别代码")),
        Column("category_name", _("类别")),
        Column("grade", _("等级"), dict(EventGrade.choices)),
        Column("area_code", _("区划代码")),
        Column("area_name", _("区划")),
        Column("place", _("地点")),
        Column("source", _("来源"), dict(Source.choices)),
        Column("state", _("状态"), dict(EventState.choices)),
        Column("outcome", _("结果"), dict(Outcome.choices) | {Outcome.RESOLVED: _("已解决")}),
        Column("owner_name", _("承办单位")),
        Column("registered_on", _("上报日期")),
        Column("accepted_on", _("立案日期")),
        Column("due_at", _("限期")),
        Column("late_on", _("办结超期日期")),
        Column("resolved_on", _("解决日期")),
        Column("closed_on", _("结案日期")),
        Column("returned_count", _("退回次数")),
        Column("reopened_count", _("重办次数")),
    ),
)

EVENT_CATEGORIES = Layout(
    "event-categories",
    (
        Column("code", _("代码")),
        Column("name", _("名称")),
        Column("parent_name", _("大类")),
        Column("grade", _("默认等级"), dict(EventGrade.choices)),
        Column("amount", _("处置时限")),
        Column("unit", _("时限单位"), dict(LimitUnit.choices)),
        Column("basis", _("时限依据")),
        Column("role_name", _("建议承办岗位")),
    ),
)

WORK_LIST = Layout(
    "work-list",
    (
        Column("area_code", _("区划代码")),
        Column("area_name", _("区划")),
        Column("category_id", _("类别代码")),
        Column("category_name", _("类别")),
        Column("title", _("事项")),
        Column("basis", _("依据")),
        Column("from_on", _("生效日期")),
        Column("to_on", _("失效日期")),
    ),
)
