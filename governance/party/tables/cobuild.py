from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout
from governance.party.enums import NeedState, ProjectState, ResourceState, WishState
from governance.party.tables.groups import PLACE

RESOURCES = Layout(
    "partner-resources",
    (
        Column("text", _("资源内容")),
        *PLACE,
        Column("kind_name", _("类别")),
        Column("partner_name", _("共建单位")),
        Column("capacity", _("可同时服务的项目数")),
        Column("in_use", _("正在服务")),
        Column("from_on", _("开始日期")),
        Column("to_on", _("截止日期")),
        Column("state", _("状态"), dict(ResourceState.choices)),
    ),
)

NEEDS = Layout(
    "community-needs",
    (
        Column("text", _("需求内容")),
        *PLACE,
        Column("kind_name", _("类别")),
        Column("posted_on", _("提出日期")),
        Column("wanted_by", _("希望完成日期")),
        Column("matched_on", _("对接日期")),
        Column("state", _("状态"), dict(NeedState.choices)),
    ),
)

PROJECTS = Layout(
    "co-projects",
    (
        Column("need_text", _("需求内容")),
        *PLACE,
        Column("kind_name", _("类别")),
        Column("partner_name", _("共建单位")),
        Column("planned_on", _("立项日期")),
        Column("ended_on", _("结束日期")),
        Column("people_served", _("服务人次")),
        Column("result", _("项目成效")),
        Column("state", _("状态"), dict(ProjectState.choices)),
    ),
)

WISHES = Layout(
    "wishes",
    (
        Column("text", _("心愿内容")),
        *PLACE,
        Column("posted_on", _("征集日期")),
        Column("claimant_name", _("认领")),
        Column("done_on", _("实现日期")),
        Column("result", _("实现情况")),
        Column("state", _("状态"), dict(WishState.choices)),
    ),
)
