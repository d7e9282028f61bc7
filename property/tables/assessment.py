from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout
from property.enums.assessment import AppealVerdict, CardGrade, RaterKind
from property.states.assessment import RectificationState, RoundState, SheetState

SHEETS = Layout(
    "score-sheets",
    (
        Column("name", _("标准名称")),
        Column("area_name", _("所属区划")),
        Column("state", _("状态"), dict(SheetState.choices)),
        Column("in_force_from", _("执行日期")),
        Column("withdrawn_on", _("停用日期")),
    ),
)

MANDATES = Layout(
    "assessment-mandates",
    (
        Column("area_name", _("所属区划")),
        Column("area_code", _("区划代码")),
        Column("rater", _("评分方"), dict(RaterKind.choices)),
        Column("from_on", _("开始日期")),
        Column("to_on", _("结束日期")),
        Column("order_no", _("授权文号")),
    ),
)

ROUNDS = Layout(
    "assessment-rounds",
    (
        Column("area_name", _("所属区划")),
        Column("begins_on", _("季度首日")),
        Column("sheet_name", _("考核标准")),
        Column("scoring_from", _("打分开始")),
        Column("scoring_to", _("打分截止")),
        Column("appeal_to", _("申诉截止")),
        Column("published_on", _("公布日期")),
        Column("state", _("状态"), dict(RoundState.choices)),
    ),
)

ASSESSMENTS = Layout(
    "assessments",
    (
        Column("round_area", _("考核区划")),
        Column("begins_on", _("季度首日")),
        Column("compound_name", _("小区")),
        Column("company_name", _("物业企业")),
        Column("area_name", _("所属区划")),
        Column("area_code", _("区划代码")),
        Column("total", _("总分（百分之一分）")),
        Column("grade", _("等级")),
        Column("content_count", _("满意和基本满意票数")),
        Column("slip_count", _("有效票数")),
    ),
)

APPEALS = Layout(
    "score-appeals",
    (
        Column("compound_name", _("小区")),
        Column("company_name", _("物业企业")),
        Column("section", _("栏目")),
        Column("text", _("申诉内容")),
        Column("handed_on", _("提交日期")),
        Column("verdict", _("裁定"), dict(AppealVerdict.choices)),
        Column("marks", _("裁定得分")),
        Column("reason", _("裁定理由")),
        Column("decided_on", _("裁定日期")),
    ),
)

RECTIFICATIONS = Layout(
    "rectifications",
    (
        Column("number", _("编号")),
        Column("compound_name", _("小区")),
        Column("company_name", _("物业企业")),
        Column("section", _("栏目")),
        Column("state", _("状态"), dict(RectificationState.choices)),
        Column("issued_on", _("下达日期")),
        Column("due_at", _("限期")),
        Column("answered_on", _("答复日期")),
        Column("late_on", _("超期日期")),
        Column("closed_on", _("结案日期")),
    ),
)

CARDS = Layout(
    "company-cards",
    (
        Column("company_name", _("物业企业")),
        Column("area_name", _("所属区划")),
        Column("grade", _("牌级"), dict(CardGrade.choices)),
        Column("reason", _("事由")),
        Column("given_on", _("记牌日期")),
        Column("expires_on", _("失效日期")),
        Column("lifted_on", _("解除日期")),
        Column("lift_reason", _("解除理由")),
    ),
)
