from django.utils.translation import gettext_lazy as _

from governance.areas.enums import AreaKind
from governance.kernel.tables import Column, Layout
from grids.enums.advisers import AdviserWork
from grids.enums.council import Voice
from grids.enums.service_team import ServiceKind
from grids.states.council import TopicState
from grids.tables.territory import AREA

COMMUNITIES = Layout(
    "communities",
    (
        Column("code", _("代码")),
        Column("name", _("社区（村）")),
        Column("kind", _("类别"), dict(AreaKind.choices)),
        Column("grids", _("网格数")),
        Column("vacancies", _("空缺网格")),
        Column("adviser", _("法律顾问")),
        Column("duties", _("本月值班")),
        Column("lectures", _("本季度讲座")),
        Column("orgs", _("社区组织")),
    ),
)


VACANCIES = Layout(
    "vacancies",
    (
        Column("area_code", _("网格代码")),
        Column("community", _("社区（村）")),
        Column("name", _("网格名称")),
        Column("households", _("户数")),
        Column("vacant_since", _("空缺自")),
        Column("cover", _("代管人")),
    ),
)


SERVICE_MEMBERS = Layout(
    "service_members",
    (
        *AREA,
        Column("kind", _("力量"), dict(ServiceKind.choices)),
        Column("name", _("姓名")),
        Column("unit", _("单位")),
        Column("duty_phone", _("值班电话")),
        Column("from_on", _("服务自")),
    ),
)


ADVISERS = Layout(
    "advisers",
    (
        *AREA,
        Column("name", _("姓名")),
        Column("firm", _("律师事务所")),
        Column("licence_no", _("执业证号")),
        Column("phone_masked", _("电话")),
        Column("communities", _("服务社区数")),
    ),
)


ADVISER_DUTIES = Layout(
    "adviser_duties",
    (
        Column("on", _("值班日期")),
        Column("from_time", _("开始时间")),
        Column("to_time", _("结束时间")),
        *AREA,
        Column("place", _("地点")),
        Column("adviser_name", _("法律顾问")),
        Column("firm", _("律师事务所")),
    ),
)


ADVISER_RECORDS = Layout(
    "adviser_records",
    (
        Column("on", _("日期")),
        *AREA,
        Column("kind", _("工作"), dict(AdviserWork.choices)),
        Column("minutes", _("时长（分钟）")),
        Column("topic", _("事由")),
        Column("adviser_name", _("法律顾问")),
    ),
)


TOPICS = Layout(
    "council_topics",
    (
        Column("proposed_on", _("提出日期")),
        *AREA,
        Column("title", _("议题")),
        Column("proposer_kind", _("提出方"), dict(Voice.choices)),
        Column("state", _("状态"), dict(TopicState.choices)),
        Column("decided_on", _("决议日期")),
        Column("executor", _("落实单位")),
        Column("due_on", _("落实期限")),
        Column("disclosed_on", _("公开日期")),
    ),
)


ORGS = Layout(
    "community_orgs",
    (
        *AREA,
        Column("name", _("名称")),
        Column("kind_name", _("类别")),
        Column("purpose", _("服务内容")),
        Column("founded_on", _("成立日期")),
        Column("people_count", _("人数")),
        Column("activities_count", _("活动次数")),
        Column("contact_masked", _("联系人")),
    ),
)
