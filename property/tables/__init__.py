from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout
from grids.enums.territory import CompoundKind
from property.enums import CommitteeKind, PartyLinkKind, ServiceMode

COMPOUNDS = Layout(
    "property-compounds",
    (
        Column("name", _("小区")),
        Column("area_name", _("所属区划")),
        Column("area_code", _("区划代码")),
        Column("kind", _("类型"), dict(CompoundKind.choices)),
        Column("building_count", _("楼栋数")),
        Column("household_count", _("户数")),
        Column("floor_area", _("建筑面积（平方米）")),
        Column("company_name", _("物业企业")),
        Column("mode", _("服务方式"), dict(ServiceMode.choices)),
        Column("contract_ends_on", _("合同届满")),
        Column("committee", _("业委会、物管会"), dict(CommitteeKind.choices)),
    ),
)

COMPANIES = Layout(
    "property-companies",
    (
        Column("name", _("企业名称")),
        Column("uscc", _("统一社会信用代码")),
        Column("area_name", _("所属区划")),
        Column("area_code", _("区划代码")),
        Column("started_on", _("开始经营日期")),
        Column("party_link", _("党组织"), dict(PartyLinkKind.choices)),
        Column("party_since", _("组建日期")),
    ),
)

CONTRACTS = Layout(
    "property-contracts",
    (
        Column("compound_name", _("小区")),
        Column("area_name", _("所属区划")),
        Column("area_code", _("区划代码")),
        Column("company_name", _("物业企业")),
        Column("mode", _("服务方式"), dict(ServiceMode.choices)),
        Column("number", _("合同编号")),
        Column("starts_on", _("开始日期")),
        Column("ends_on", _("届满日期")),
        Column("fee_cents", _("物业费（分/平方米·月）")),
        Column("manager_masked", _("项目经理")),
        Column("staff_count", _("项目人员总数")),
        Column("household_count", _("户数")),
        Column("floor_area", _("建筑面积（平方米）")),
    ),
)
