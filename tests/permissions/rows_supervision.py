"""督办 and cards, letters of warning, the leading official, and the sets of deadline rules."""

from tests.permissions import makers_supervision as makers
from tests.permissions.makers import by_pk
from tests.permissions.rows import form, page, rows_of, verb

_seen = {"sees": "casework.view"}
_gated = {"gate": "casework.view"}
_given = by_pk(makers.supervision)
_letter = by_pk(makers.letter)
_rules = {"shared": True}
SUPERVISION = {
    "casework:supervision_list": rows_of("督办和黄红牌列表", "casework.view", makers.supervision),
    "casework:supervision_detail": page("督办详情", "casework.view", _given),
    "casework:supervision_answer": verb("答复督办（本单位）", "casework.answer", _given, **_gated),
    "casework:supervision_lift": verb("解除督办（上级）", "casework.supervise", _given, **_gated),
    "casework:letter_list": rows_of("预警函列表", "casework.view", makers.letter),
    "casework:letter_detail": page("预警函详情", "casework.view", _letter),
    "casework:letter_sheet": page("预警函打印页", "casework.view", _letter),
    "casework:letter_read": verb("签收预警函（本单位）", "casework.answer", _letter, **_gated),
    "casework:letter_answer": verb("答复预警函（本单位）", "casework.answer", _letter, **_gated),
    "casework:case_supervise": verb("督办（上级）", "casework.supervise", makers.case, **_gated),
    "casework:case_lead": verb("确定包案领导", "casework.dispatch", makers.case, **_gated),
    "disputes:case_judge": verb("研判难易和风险", "disputes.mediate", makers.case, gate="disputes.view"),
    "casework:rule_set_list": page("时限规则", "casework.rules"),
    "casework:rule_set_compare": page("对照两套时限规则", "casework.rules"),
    "casework:rule_set_detail": page("时限规则详情", "casework.rules", makers.rule_set, **_rules),
    "casework:rule_set_copy": verb("复制时限规则", "casework.rules", makers.rule_set, **_rules),
    "casework:rule_set_in_force": verb("从某天起执行时限规则", "casework.rules", makers.rule_set, **_rules),
    "casework:rule_change": form("修改时限规则", "casework.rules", makers.rule, **_rules),
    "case-supervise": verb("接口：督办（上级）", "casework.supervise", makers.case, **_seen),
    "case-lead": verb("接口：确定包案领导", "casework.dispatch", makers.case, **_seen),
    "dispute-judge": verb("接口：研判难易和风险", "disputes.mediate", makers.case, sees="disputes.view"),
    "supervision-list": rows_of("接口：督办列表", "casework.view", makers.supervision),
    "supervision-detail": page("接口：督办详情", "casework.view", _given),
    "supervision-answer": verb("接口：答复督办（本单位）", "casework.answer", _given, **_seen),
    "supervision-lift": verb("接口：解除督办（上级）", "casework.supervise", _given, **_seen),
    "warning-letter-list": rows_of("接口：预警函列表", "casework.view", makers.letter),
    "warning-letter-detail": page("接口：预警函详情", "casework.view", _letter),
    "warning-letter-read": verb("接口：签收预警函（本单位）", "casework.answer", _letter, **_seen),
    "warning-letter-answer": verb("接口：答复预警函（本单位）", "casework.answer", _letter, **_seen),
    "rule-set-list": page("接口：时限规则", "casework.rules"),
    "rule-set-detail": page("接口：时限规则详情", "casework.rules", makers.rule_set, **_rules),
    "rule-set-copy": verb("接口：复制时限规则", "casework.rules", makers.rule_set, **_rules),
    "rule-set-in-force": verb("接口：从某天起执行时限规则", "casework.rules", makers.rule_set, **_rules),
    "rule-set-rule": verb("接口：修改时限规则", "casework.rules", makers.rule_of_api, **_rules),
    "rules-in-force-list": rows_of("接口：各地执行的时限规则", "casework.rules", makers.in_force),
    "rules-in-force-detail": page("接口：某地执行的时限规则", "casework.rules", by_pk(makers.in_force)),
}
