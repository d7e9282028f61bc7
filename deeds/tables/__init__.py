from django.utils.translation import gettext_lazy as _

from deeds.enums import Cause, HousingTrack, Instrument, UndertakingKind
from deeds.states import HomeState, ProjectState, UndertakingState
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
        Column("finished_on", _("最后一栋竣工日期")),
        Column("is_new", _("新增")),
        Column("raised_to", _("提请协调的上级单位")),
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
        Column("delivered_on", _("送达日期")),
        Column("certificate_masked", _("证号")),
        Column("unit_no", _("不动产单元号")),
        Column("is_new", _("新增")),
        Column("days_to_issue", _("办证天数")),
    ),
)

OBSTACLES = Layout(
    "deed-obstacles",
    (
        Column("project_name", _("项目")),
        Column("area_name", _("所属区划")),
        Column("project_area_code", _("区划代码")),
        Column("cause", _("成因"), dict(Cause.choices)),
        Column("lead_office", _("责任单位")),
        Column("instrument", _("办法"), dict(Instrument.choices)),
        Column("due_on", _("办结期限")),
        Column("closed_on", _("销号日期")),
        Column("document", _("销号依据")),
        Column("raised_to", _("提级到")),
        Column("raised_on", _("提级日期")),
    ),
)

UNDERTAKINGS = Layout(
    "deed-undertakings",
    (
        Column("project_name", _("项目")),
        Column("area_name", _("所属区划")),
        Column("area_code", _("区划代码")),
        Column("kind", _("方式"), dict(UndertakingKind.choices)),
        Column("what", _("容缺或承诺的事项")),
        Column("consequence", _("逾期或违约的后果")),
        Column("signatory", _("承诺单位")),
        Column("made_on", _("签订日期")),
        Column("due_on", _("期限")),
        Column("state", _("状态"), dict(UndertakingState.choices)),
        Column("settled_on", _("核查日期")),
        Column("finding", _("核查情况")),
    ),
)

CUTOFFS = Layout(
    "deed-cutoffs",
    (
        Column("area_name", _("区划")),
        Column("area_code", _("区划代码")),
        Column("on", _("截止日期")),
        Column("document", _("依据文号")),
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
