"""Columns of the files of property, in and out."""

from django.utils.translation import gettext_lazy as _

from governance.kernel.workbooks.cells import (
    ChoiceColumn,
    CodeColumn,
    DateColumn,
    MoneyColumn,
    NumberColumn,
    PhoneColumn,
    TextColumn,
)
from property.enums import ServiceMode

_STAYS = _("只供核对，不会改动")
_USCC = _("18 位，照营业执照填写")

COMPANY_COLUMNS = (
    CodeColumn(
        "area", _("区划代码"), required=True, digits=True, hint=_("监管它的县区代码，也可以是镇街代码")
    ),
    TextColumn("name", _("企业名称"), required=True, longest=100, width=30),
    CodeColumn("uscc", _("统一社会信用代码"), required=True, width=24, hint=_USCC),
    DateColumn("started_on", _("开始经营日期"), required=True),
)
_COMPOUND = (
    CodeColumn(
        "area", _("区划代码"), required=True, digits=True, width=18, hint=_("小区所在社区或者网格的代码")
    ),
    TextColumn(
        "compound", _("小区名称"), required=True, longest=80, width=22, hint=_("小区名册里已有的名称")
    ),
)
CONTRACT_COLUMNS = (
    *_COMPOUND,
    ChoiceColumn("mode", _("服务方式"), required=True, labels=dict(ServiceMode.choices)),
    CodeColumn("uscc", _("统一社会信用代码"), width=24, hint=_("专业物业必填，企业要先登记")),
    TextColumn("company", _("企业名称"), longest=100, width=30, hint=_STAYS),
    DateColumn("starts_on", _("开始日期"), required=True),
    DateColumn("ends_on", _("届满日期"), hint=_("从这一天起不再服务；不填为一直有效")),
    MoneyColumn("fee_cents", _("物业费（元/平方米·月）"), most=100_000, width=22),
    TextColumn("number", _("合同编号"), longest=40),
    NumberColumn("staff_count", _("项目人员总数"), most=9999),
    NumberColumn("guard_count", _("秩序维护人数"), most=9999),
    NumberColumn("cleaner_count", _("保洁绿化人数"), most=9999),
    NumberColumn("repairer_count", _("工程维修人数"), most=9999),
    TextColumn("manager", _("项目经理"), longest=40, sealed=True),
    PhoneColumn("manager_phone", _("项目经理电话"), sealed=True, width=16),
)
FEE_COLUMNS = (
    *_COMPOUND,
    CodeColumn("quarter", _("季度"), required=True, longest=10, hint=_("如：2026-Q3")),
    NumberColumn("due_yuan", _("应收物业费（元）"), required=True, most=10**12, width=18),
    NumberColumn("received_yuan", _("实收物业费（元）"), required=True, most=10**12, width=18),
)
