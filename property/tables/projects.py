from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout
from grids.states.events import EventState

_PLACE = (
    Column("compound_name", _("小区")),
    Column("area_name", _("所属区划")),
    Column("area_code", _("区划代码")),
    Column("company_name", _("物业企业")),
)
COMPLAINTS = Layout(
    "property-complaints",
    (
        Column("number", _("事件编号")),
        *_PLACE,
        Column("category_name", _("投诉类别")),
        Column("received_on", _("收到日期")),
        Column("state", _("状态"), dict(EventState.choices)),
        Column("closed_on", _("办结日期")),
    ),
)
FEES = Layout(
    "project-fees",
    (
        *_PLACE,
        Column("quarter_on", _("季度")),
        Column("due_yuan", _("应收物业费（元）")),
        Column("received_yuan", _("实收物业费（元）")),
    ),
)
