"""Judges invited, cases delegated, shared courts."""

from tests.permissions import makers, makers_court
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

_VIEW, _MEDIATE, _ASSIGN, _CONSULT = "disputes.view", "disputes.mediate", "disputes.assign", "court.consult"
_own = {"own_office": True}
_asked = by_pk(makers_court.collaboration)
_court = by_pk(makers_court.shared_court)

COURT = {
    "disputes:consultation_list": rows_of(
        "应邀协作的纠纷（只有本人的）", _CONSULT, makers_court.collaboration, **_own
    ),
    "disputes:consultation_detail": form("协作纠纷、答复法律意见（只有本人的）", _CONSULT, _asked, **_own),
    "disputes:consultation_attend": verb("记录法官到场（只有本人的）", _CONSULT, makers_court.sitting, **_own),
    "disputes:judge_ask": form("邀请法官协作", _MEDIATE, makers.dispute_by_number, gate=_VIEW, sees=_VIEW),
    "disputes:collaboration_end": verb(
        "结束法官协作", _MEDIATE, makers_court.collaboration_of_case, gate=_VIEW, sees=_VIEW
    ),
    "disputes:court_return": form("交回法院", _MEDIATE, makers_court.delegated_number, gate=_VIEW, sees=_VIEW),
    "disputes:delegation_list": rows_of("法院委派案件", _VIEW, makers_court.delegation),
    "disputes:shared_court_list": rows_of("共享法庭", _VIEW, makers_court.shared_court),
    "disputes:shared_court_new": form("设立共享法庭", _ASSIGN),
    "disputes:shared_court_edit": form("修改共享法庭", _ASSIGN, _court, gate=_VIEW, sees=_VIEW),
    "consultation-list": rows_of(
        "接口：应邀协作的纠纷（只有本人的）", _CONSULT, makers_court.collaboration, **_own
    ),
    "consultation-detail": page("接口：协作纠纷（只有本人的）", _CONSULT, _asked, **_own),
    "consultation-answer": verb("接口：答复法律意见（只有本人的）", _CONSULT, _asked, **_own),
    "consultation-attend": verb("接口：记录法官到场（只有本人的）", _CONSULT, _asked, **_own),
    "court-collaboration-list": Row(
        "接口：法官协作列表、邀请法官", _VIEW, FORM, fill=makers_court.collaboration,
        rights={"POST": _MEDIATE},
    ),
    "court-collaboration-detail": page("接口：法官协作详情", _VIEW, _asked),
    "court-collaboration-end": verb("接口：结束法官协作", _MEDIATE, _asked, sees=_VIEW),
    "court-delegation-list": rows_of("接口：法院委派案件", _VIEW, makers_court.delegation),
    "court-delegation-detail": page("接口：法院委派案件详情", _VIEW, by_pk(makers_court.delegation)),
    "court-delegation-return": verb(
        "接口：交回法院", _MEDIATE, by_pk(makers_court.delegation), sees=_VIEW
    ),
    "shared-court-list": Row(
        "接口：共享法庭列表、设立共享法庭", _VIEW, FORM, fill=makers_court.shared_court,
        rights={"POST": _ASSIGN},
    ),
    "shared-court-detail": page("接口：共享法庭详情", _VIEW, _court),
    "shared-court-change": verb("接口：修改共享法庭", _ASSIGN, _court, sees=_VIEW),
}  # fmt: skip
