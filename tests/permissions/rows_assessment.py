"""Assessment of property projects: sheets, mandates, rounds, scores, appeals, rectification, cards, results."""

from tests.permissions import makers_assessment as makers
from tests.permissions.makers import by_pk
from tests.permissions.oracle import TRIED, Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

VIEW, RUN, SCORE, ANSWER = (f"assessment.{name}" for name in ("view", "run", "score", "answer"))
_gated = {"gate": VIEW}
_sheet, _mandate, _round = by_pk(makers.sheet), by_pk(makers.mandate), by_pk(makers.round_in)
_assessment, _heard, _appeal, _card = map(
    by_pk, (makers.assessment, makers.heard, makers.appeal, makers.card)
)
_ticket = makers.ticket_number


def _with_create(does: str, fill) -> Row:
    return Row(does, VIEW, FORM, fill=fill, rights={"POST": RUN})


ASSESSMENT = {
    "property:sheet_list": rows_of("考核标准列表", VIEW, makers.sheet),
    "property:sheet_draft": form("起草考核标准", RUN),
    "property:sheet_detail": page("考核标准详情", VIEW, _sheet),
    "property:sheet_revise": form("修改考核标准", RUN, _sheet, **_gated),
    "property:sheet_renew": form("另起草一版考核标准", RUN, _sheet, **_gated),
    "property:sheet_step": verb("执行、停用考核标准", RUN, makers.sheet_to("enforce"), **_gated),
    "property:mandate_list": rows_of("考核授权列表", VIEW, makers.mandate),
    "property:mandate_give": form("下放考核权", RUN),
    "property:mandate_end": form("终止考核授权", RUN, _mandate, **_gated),
    "property:round_list": rows_of("考核轮次列表", VIEW, makers.round_in),
    "property:round_open": form("建立考核轮次", RUN),
    "property:round_detail": page("考核轮次详情", VIEW, _round),
    "property:round_cancel": form("取消考核轮次", RUN, _round, **_gated),
    "property:round_step": verb("推进考核轮次", RUN, makers.round_to("start"), **_gated),
    "property:round_paper": page("考核结果名单（Word）", VIEW, by_pk(makers.published)),
    "property:assessment_list": rows_of("项目得分列表", VIEW, makers.assessment),
    "property:assessment_detail": page("项目考核详情", VIEW, _assessment),
    "property:assessment_sheet": page("打印考核公示单", VIEW, by_pk(makers.result)),
    "property:assessment_score": Row(
        "项目评分（按岗位和授权）",
        SCORE,
        {"GET": TRIED, "POST": TRIED},
        makers.assessment_by("housing"),
        **_gated,
    ),
    "property:assessment_slips": form("登记业主评议", SCORE, _assessment, **_gated),
    "property:assessment_appeal": form("登记申诉", ANSWER, _heard, **_gated),
    "property:assessment_rectify": verb("下达整改通知", RUN, _heard, **_gated),
    "property:appeal_decide": form("裁定申诉", RUN, _appeal, **_gated),
    "property:rectification_list": rows_of("整改列表", VIEW, makers.ticket),
    "property:rectification_detail": page("整改详情", VIEW, _ticket),
    "property:rectification_step": verb("办理整改", ANSWER, makers.ticket_to("answer"), **_gated),
    "property:card_list": rows_of("企业黄红牌列表", VIEW, makers.card),
    "property:card_lift": form("解除黄红牌", RUN, _card, **_gated),
    "results:list": page("居民：物业考核结果", None),
    "results:round": page("居民：一轮物业考核结果", None, by_pk(makers.published)),
    "score-sheet-list": _with_create("接口：考核标准列表、起草考核标准", makers.sheet),
    "score-sheet-detail": page("接口：考核标准详情", VIEW, _sheet),
    "score-sheet-revise": verb("接口：修改考核标准", RUN, _sheet, **_gated),
    "score-sheet-enforce": verb("接口：执行考核标准", RUN, _sheet, **_gated),
    "score-sheet-withdraw": verb("接口：停用考核标准", RUN, _sheet, **_gated),
    "assessment-mandate-list": _with_create("接口：考核授权列表、下放考核权", makers.mandate),
    "assessment-mandate-detail": page("接口：考核授权详情", VIEW, _mandate),
    "assessment-mandate-end": verb("接口：终止考核授权", RUN, _mandate, **_gated),
    "assessment-round-list": _with_create("接口：考核轮次列表、建立考核轮次", makers.round_in),
    "assessment-round-detail": page("接口：考核轮次详情", VIEW, _round),
    "assessment-round-start": verb("接口：开始打分", RUN, _round, **_gated),
    "assessment-round-hear": verb("接口：结束打分，公示初评", RUN, _round, **_gated),
    "assessment-round-publish": verb("接口：公布结果", RUN, _round, **_gated),
    "assessment-round-cancel": verb("接口：取消考核轮次", RUN, _round, **_gated),
    "assessment-round-paper": page("接口：考核结果名单（Word）", VIEW, by_pk(makers.published)),
    "assessment-list": rows_of("接口：项目得分列表", VIEW, makers.assessment),
    "assessment-detail": page("接口：项目考核详情", VIEW, _assessment),
    "assessment-scores": verb("接口：项目评分", SCORE, _assessment, **_gated),
    "assessment-slips": verb("接口：登记业主评议", SCORE, _assessment, **_gated),
    "assessment-appeals": verb("接口：登记申诉", ANSWER, _heard, **_gated),
    "assessment-rectify": verb("接口：下达整改通知", RUN, _heard, **_gated),
    "score-appeal-list": rows_of("接口：考核申诉列表", VIEW, makers.appeal),
    "score-appeal-detail": page("接口：考核申诉详情", VIEW, _appeal),
    "score-appeal-decide": verb("接口：裁定申诉", RUN, _appeal, **_gated),
    "rectification-list": rows_of("接口：整改列表", VIEW, makers.ticket),
    "rectification-detail": page("接口：整改详情", VIEW, _ticket),
    "rectification-answer": verb("接口：登记整改答复", ANSWER, _ticket, **_gated),
    "rectification-accept": verb("接口：核查到位", RUN, _ticket, **_gated),
    "rectification-send-back": verb("接口：退回再整改", RUN, _ticket, **_gated),
    "rectification-fail": verb("接口：认定整改不到位", RUN, _ticket, **_gated),
    "company-card-list": rows_of("接口：企业黄红牌列表", VIEW, makers.card),
    "company-card-detail": page("接口：企业黄红牌详情", VIEW, _card),
    "company-card-lift": verb("接口：解除黄红牌", RUN, _card, **_gated),
}
