from django.utils.translation import gettext_lazy as _

from deeds.enums import HousingTrack
from deeds.states import HomeState, ProjectState
from governance.kernel.tables import Column, Layout

PROJECTS = Layout(
    "deed-projects",
    (
        Column("name", _("项目")),
        Column("area_name", _("所属区划")),
        Column("area_code", _("区划代码")),
        Column("developer", _("开发单位")),
        Column("lead_office", _("牵头单位")),
        Column("state", _("状态"), dict(ProjectState.choices)),
        Column("listed_on", _("纳入台账日期")),
        Column("solved_on", _("解决日期")),
    ),
)

HOMES = Layout(
    "deed-homes",
    (
        Column("project_name", _("项目")),
        Column("building", _("楼号")),
        Column("unit", _("单元")),
        Column("room", _("房号")),
        Column("area_code", _("区划代码")),
        Column("state", _("状态"), dict(HomeState.choices)),
        Column("listed_on", _("纳入台账日期")),
        Column("solved_on", _("可办日期")),
        Column("registered_on", _("登簿日期")),
        Column("issued_on", _("发证日期")),
        Column("certificate_masked", _("证号")),
    ),
)

HOUSING = Layout(
    "housing-projects",
    (
        Column("name", _("项目")),
        Column("area_name", _("所属区划")),
        Column("area_code", _("区划代码")),
        Column("developer", _("开发单位")),
        Column("track", _("保交方式"), dict(HousingTrack.choices)),
        Column("homes", _("套数")),
        Column("buildings", _("栋数")),
        Column("contract_on", _("合同交付日期")),
        Column("promised_on", _("承诺交付日期")),
        Column("percent", _("实际进度（%）")),
        Column("planned_percent", _("计划进度（%）")),
        Column("workers", _("在场工人")),
        Column("week_start", _("周报日期")),
        Column("delivered_homes", _("已交付套数")),
        Column("escrow_balance", _("监管账户余额（万元）")),
        Column("gap", _("资金缺口（万元）")),
    ),
)
