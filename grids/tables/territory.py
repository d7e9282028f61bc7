from django.utils.translation import gettext_lazy as _

from governance.areas.enums import AreaKind
from governance.kernel.tables import Column, Layout
from grids.enums.territory import CompoundKind

AREA = (Column("area_code", _("区划代码")), Column("area_name", _("区划")))


_STAFFED = {True: _("在岗"), False: _("空缺")}


GRIDS = Layout(
    "grids",
    (
        Column("area_code", _("网格代码")),
        Column("name", _("网格名称")),
        Column("kind", _("类别"), dict(AreaKind.choices)),
        Column("households", _("户数")),
        Column("is_staffed", _("网格员"), _STAFFED),
        Column("worker", _("网格员姓名")),
        Column("duty_phone", _("值守电话")),
        Column("oversight_phone", _("监督电话")),
    ),
)


WORKERS = Layout("workers", (*AREA, Column("name", _("姓名")), Column("from_on", _("到岗日期"))))


COMPOUNDS = Layout(
    "compounds",
    (
        *AREA,
        Column("name", _("小区名称")),
        Column("kind", _("类型"), dict(CompoundKind.choices)),
        Column("built_year", _("建成年份")),
        Column("building_count", _("楼栋数")),
        Column("household_count", _("户数")),
        Column("floor_area", _("建筑面积（平方米）")),
    ),
)


BUILDINGS = Layout(
    "buildings",
    (
        Column("area_code", _("楼院代码")),
        Column("name", _("楼院名称")),
        Column("compound_name", _("所属小区")),
        Column("household_count", _("户数")),
        Column("unit_count", _("单元数")),
        Column("floor_count", _("层数")),
    ),
)
