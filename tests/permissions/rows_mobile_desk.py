"""The mobile desk."""

from tests.factories.desk import make_session_in
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

VIEW, ISSUE = "deeds.view", "deeds.issue"
_session = by_pk(make_session_in)
_gated = {"gate": VIEW}
# A press names a home of the session; without one there is nothing to press.
_PRESSED = frozenset({404, 409})

MOBILE_DESK = {
    "deeds:desk_list": rows_of("移动办公桌列表", VIEW, make_session_in),
    "deeds:desk_new": form("开一场移动办公桌", ISSUE),
    "deeds:desk_detail": page("移动办公桌", VIEW, _session),
    "deeds:desk_book": verb("预约住户", ISSUE, _session, **_gated),
    "deeds:desk_stamp": Row("登记办证步骤", ISSUE, {"POST": _PRESSED}, _session, **_gated),
    "deeds:desk_send_back": Row("现场退回", ISSUE, {"POST": _PRESSED}, _session, **_gated),
    "deeds:desk_report": page("移动办公桌当日小结", VIEW, _session),
    "desk-session-list": Row(
        "接口：移动办公桌列表、开一场", VIEW, FORM, fill=make_session_in, rights={"POST": ISSUE}
    ),
    "desk-session-detail": page("接口：移动办公桌", VIEW, _session),
    "desk-session-book": verb("接口：预约住户", ISSUE, _session, **_gated),
    "desk-session-stamps": verb("接口：登记办证步骤（断网后补送）", ISSUE, _session, **_gated),
    "desk-session-send-back": verb("接口：现场退回", ISSUE, _session, **_gated),
    "desk-session-report": page("接口：移动办公桌当日小结", VIEW, _session),
}
