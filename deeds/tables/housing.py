from django.utils.translation import gettext_lazy as _

from deeds.enums.housing import FundsLevel, Rating, RiskKind
from deeds.states.bulletins import BulletinState
from governance.kernel.tables import Column, Layout

BUILDINGS = Layout(
    "housing-buildings",
    (
        Column("project__name", _("项目")),
        Column("name", _("楼号")),
        Column("floors", _("层数")),
        Column("homes", _("套数")),
        Column("stage_name", _("施工阶段")),
        Column("floors_done", _("已完成层数")),
        Column("percent", _("进度（%）")),
        Column("planned_percent", _("计划进度（%）")),
        Column("told_on", _("日期")),
        Column("workers", _("在场工人")),
        Column("machines", _("在场机械")),
    ),
)

RISKS = Layout(
    "housing-risks",
    (
        Column("project__name", _("项目")),
        Column("kind", _("风险类别"), dict(RiskKind.choices)),
        Column("rating", _("项目评级"), dict(Rating.choices)),
        Column("reason", _("评级理由")),
        Column("lead_office", _("责任单位")),
        Column("raised_on", _("登记日期")),
        Column("closed_on", _("销号日期")),
        Column("closing_note", _("销号说明")),
    ),
)

BULLETINS = Layout(
    "housing-bulletins",
    (
        Column("project__name", _("项目")),
        Column("period", _("期别")),
        Column("progress_text", _("工程进展")),
        Column("funds_level", _("资金情况"), dict(FundsLevel.choices)),
        Column("next_on", _("下次公告日期")),
        Column("state", _("状态"), dict(BulletinState.choices)),
        Column("published_on", _("发布日期")),
    ),
)

MILESTONES = Layout(
    "housing-milestones",
    (
        Column("project_name", _("项目")),
        Column("area_code", _("区划代码")),
        Column("building_name", _("楼号")),
        Column("stage_name", _("节点")),
        Column("planned_on", _("计划完成日期")),
        Column("reached_on", _("实际完成日期")),
    ),
)

PAYOUTS = Layout(
    "housing-payouts",
    (
        Column("project_name", _("项目")),
        Column("area_code", _("区划代码")),
        Column("node", _("拨付节点")),
        Column("amount", _("金额（万元）")),
        Column("requested_on", _("申请日期")),
        Column("due_on", _("应拨付日期")),
        Column("paid_on", _("拨付日期")),
    ),
)

DELIVERIES = Layout(
    "housing-deliveries",
    (
        Column("project_name", _("项目")),
        Column("area_code", _("区划代码")),
        Column("batch", _("批次")),
        Column("planned_on", _("计划交付日期")),
        Column("planned", _("计划交付套数")),
        Column("delivered_on", _("实际交付日期")),
        Column("delivered", _("已交付套数")),
        Column("with_certificate", _("交房即交证套数")),
    ),
)

# What purchasers wrote is read on the project's page, by whoever answers it.
QUESTIONS = Layout(
    "housing-questions",
    (
        Column("project_name", _("项目")),
        Column("area_code", _("区划代码")),
        Column("asked_on", _("提问日期")),
        Column("due_on", _("答复期限")),
        Column("answered_on", _("答复日期")),
        Column("public_text", _("公开的问题")),
    ),
)

DESK_SESSIONS = Layout(
    "desk-sessions",
    (
        Column("project_name", _("办证项目")),
        Column("area_code", _("区划代码")),
        Column("day", _("日期")),
        Column("place", _("地点")),
        Column("quota", _("可约套数")),
        Column("booked", _("已约")),
        Column("served", _("已打证")),
        Column("sent_back", _("退回")),
    ),
)
