"""Series of disputes alike."""

from tests.permissions import makers_series as makers
from tests.permissions.makers import by_pk
from tests.permissions.rows import form, page, rows_of, verb

_sees = {"sees": "disputes.view"}
_series = by_pk(makers.series)

SERIES = {
    "disputes:series_list": rows_of("系列案列表", "disputes.view", makers.series),
    "disputes:series_open": form("系列案立项", "disputes.mediate"),
    "disputes:series_detail": page("系列案详情", "disputes.view", _series),
    "disputes:series_edit": form("修改系列案、协议模板", "disputes.mediate", _series, **_sees),
    "disputes:series_step": verb("批量办理各户", "disputes.mediate", _series, **_sees),
    "disputes:series_undo": verb("更正一次批量办理", "disputes.mediate", makers.step_of_series, **_sees),
    "disputes:series_close": verb("办结系列案", "disputes.mediate", _series, **_sees),
    "disputes:series_reopen": verb("重新打开系列案", "disputes.mediate", _series, **_sees),
}
