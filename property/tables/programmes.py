from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout
from property.enums.programmes import ItemState, ProgrammeKind
from property.states.regulations import RegulationState

PROGRAMMES = Layout(
    "programmes",
    (
        Column("name", _("专项名称")),
        Column("kind", _("种类"), dict(ProgrammeKind.choices)),
        Column("area_name", _("所属区划")),
        Column("area_code", _("区划代码")),
        Column("begins_on", _("开始日期")),
        Column("ends_on", _("截止日期")),
        Column("closed_on", _("办结日期")),
    ),
)

ITEMS = Layout(
    "programme-items",
    (
        Column("programme_name", _("专项名称")),
        Column("category_name", _("类别")),
        Column("title", _("任务")),
        Column("lead_office", _("牵头单位")),
        Column("co_offices", _("配合单位")),
        Column("area_code", _("区划代码")),
        Column("due_then", _("完成期限")),
        Column("percent", _("完成比例（%）")),
        Column("state", _("状态"), dict(ItemState.choices)),
    ),
)

REGULATIONS = Layout(
    "regulations",
    (
        Column("batch", _("批次")),
        Column("title", _("制度名称")),
        Column("owner_office", _("责任单位")),
        Column("area_name", _("所属区划")),
        Column("state", _("状态"), dict(RegulationState.choices)),
        Column("issued_no", _("发文字号")),
        Column("issued_on", _("印发日期")),
        Column("repealed_on", _("废止日期")),
    ),
)
