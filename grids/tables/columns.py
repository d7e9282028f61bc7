"""Columns of the files of grid work, in and out."""

from django.utils.translation import gettext_lazy as _

from governance.kernel.workbooks.cells import (
    ChoiceColumn,
    CodeColumn,
    DateColumn,
    IdNumberColumn,
    NumberColumn,
    PhoneColumn,
    TextColumn,
)
from grids.enums.body_posts import Body
from grids.enums.roster import CareKind, Occupancy, Residence
from grids.enums.team import TeamRole
from grids.enums.territory import CompoundKind

YES_NO = {True: _("是"), False: _("否")}
_STAYS = _("只供核对，不会改动")

COMPOUND_COLUMNS = (
    CodeColumn("area", _("区划代码"), required=True, digits=True, hint=_("小区所在社区或者网格的代码")),
    TextColumn("name", _("小区名称"), required=True, longest=80, width=22),
    ChoiceColumn("kind", _("类型"), required=True, labels=dict(CompoundKind.choices)),
    TextColumn("address", _("地址"), longest=120, width=28),
    NumberColumn("built_year", _("建成年份"), least=1900, most=2100),
    NumberColumn("building_count", _("楼栋数"), most=10_000),
    NumberColumn("household_count", _("户数"), most=1_000_000),
    NumberColumn("floor_area", _("建筑面积（平方米）"), most=10**9, width=20),
)
BUILDING_COLUMNS = (
    CodeColumn("area", _("楼院代码"), required=True, digits=True, width=22, hint=_("18 位楼院代码")),
    TextColumn("area_name", _("楼院名称"), longest=80, hint=_STAYS),
    TextColumn("compound", _("所属小区"), longest=80, width=22, hint=_("小区名册里已有的名称")),
    NumberColumn("household_count", _("户数"), most=100_000),
    NumberColumn("unit_count", _("单元数"), most=1000),
    NumberColumn("floor_count", _("层数"), most=200),
)
GRID_COLUMNS = (
    CodeColumn("area", _("网格代码"), required=True, digits=True, width=18, hint=_("15 位网格代码")),
    TextColumn("area_name", _("网格名称"), longest=80, width=20, hint=_STAYS),
    TextColumn("boundary", _("四至范围"), longest=200, width=40),
    PhoneColumn("duty_phone", _("值守电话"), hint=_("公示用")),
    PhoneColumn("oversight_phone", _("监督电话"), hint=_("公示用")),
)
_DOOR = (
    CodeColumn("area", _("楼院代码"), required=True, digits=True, width=22, hint=_("18 位楼院代码")),
    NumberColumn("unit", _("单元"), required=True, most=1000, width=8, hint=_("没有单元的填 0")),
    CodeColumn("room", _("房号"), required=True, longest=20, width=10),
)
HOUSEHOLD_COLUMNS = (
    *_DOOR,
    NumberColumn("floor", _("楼层"), least=-5, most=200, width=8),
    TextColumn("label", _("门牌"), longest=60, width=24, hint=_("如：3号楼2单元501；不填时按单元、房号生成")),
    ChoiceColumn("occupancy", _("居住情况"), labels=dict(Occupancy.choices)),
    NumberColumn("route", _("上门次序"), most=10**9, hint=_("不填时按单元、楼层、房号排")),
)
RESIDENT_COLUMNS = (
    NumberColumn("resident", _("居民编号"), least=1, most=10**15, hint=_("系统给的编号；新登记的居民不填")),
    *_DOOR,
    TextColumn("name", _("姓名"), required=True, longest=40),
    NumberColumn("birth_year", _("出生年份"), least=1900, most=2100, width=10),
    ChoiceColumn("residence", _("居住性质"), labels=dict(Residence.choices), width=20),
    ChoiceColumn("is_contact", _("家庭联系人"), labels=YES_NO, width=12),
    PhoneColumn("phone", _("电话"), sealed=True, width=16, hint=_("11 位手机号，或者带区号的座机")),
    IdNumberColumn("id_no", _("证件号码"), sealed=True, width=22, hint=_("18 位身份证号码；不要求填写")),
    DateColumn("left_on", _("迁出日期")),
)
TAG_COLUMNS = (
    *_DOOR,
    NumberColumn("resident", _("居民编号"), least=1, most=10**15, hint=_("标签属于一位居民时填写")),
    ChoiceColumn("kind", _("关爱类别"), required=True, labels=dict(CareKind.choices)),
    TextColumn(
        "basis", _("依据"), required=True, longest=200, width=36, hint=_("如：民政局低保名册 2026 年第 3 批")
    ),
    DateColumn("from_on", _("起始日期")),
    DateColumn("expires_on", _("到期日期"), required=True, hint=_("最长三年，到期自动失效，需要时重新认定")),
)
WORKER_COLUMNS = (
    CodeColumn("area", _("网格代码"), required=True, digits=True, width=18, hint=_("15 位网格代码")),
    TextColumn("area_name", _("网格名称"), longest=80, width=20, hint=_STAYS),
    ChoiceColumn("role", _("岗位"), required=True, labels=dict(TeamRole.choices)),
    CodeColumn("building", _("楼院代码"), digits=True, width=22, hint=_("楼栋长、单元长填写")),
    TextColumn("account", _("账号"), required=True, longest=40, hint=_("先由管理员建立账号")),
    TextColumn("name", _("姓名"), longest=40, hint=_STAYS),
    ChoiceColumn("is_cover", _("代管"), labels=YES_NO, hint=_("岗位空缺期间顶岗，不算配备")),
    DateColumn("from_on", _("到岗日期"), hint=_("不填时为导入当天")),
)
BODY_POST_COLUMNS = (
    NumberColumn("post", _("任职编号"), least=1, most=10**15, hint=_("系统给的编号；新登记的不填")),
    CodeColumn(
        "area", _("区划代码"), required=True, digits=True, hint=_("社区（村）的代码；小区也可以填网格的")
    ),
    ChoiceColumn("body", _("任职的组织"), required=True, labels=dict(Body.choices), width=18),
    TextColumn(
        "compound", _("小区"), longest=80, width=22, hint=_("小区党支部、业委会（物管会）、物业项目填写")
    ),
    TextColumn("title", _("职务"), required=True, longest=40),
    TextColumn("name", _("姓名"), required=True, longest=40),
    PhoneColumn(
        "phone", _("电话"), required=True, sealed=True, width=16, hint=_("姓名和电话都相同才算同一个人")
    ),
    DateColumn("from_on", _("任职日期"), hint=_("不填时为导入当天")),
)
