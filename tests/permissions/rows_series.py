"""Series of disputes alike."""

from tests.permissions import makers_series as makers
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

_sees = {"sees": "disputes.view"}
_series = by_pk(makers.series)
_household = makers.household_of_series
_pk_of_household = makers.pk_of_household

SERIES = {
    "disputes:series_list": rows_of("系列案列表", "disputes.view", makers.series),
    "disputes:series_open": form("系列案立项", "disputes.mediate"),
    "disputes:series_detail": page("系列案详情", "disputes.view", _series),
    "disputes:series_edit": form("修改系列案、协议模板", "disputes.mediate", _series, **_sees),
    "disputes:series_step": verb("批量办理各户", "disputes.mediate", _series, **_sees),
    "disputes:series_undo": verb("更正一次批量办理", "disputes.mediate", makers.step_of_series, **_sees),
    "disputes:series_close": verb("办结系列案", "disputes.mediate", _series, **_sees),
    "disputes:series_import": form("导入各户名单（另需导入权限）", "disputes.mediate", _series, **_sees),
    "disputes:series_agreements": verb("下载协议书", "disputes.mediate", _series, **_sees),
    "disputes:series_disputes": verb(
        "为各户单独立纠纷（另需登记权限）", "disputes.mediate", _series, **_sees
    ),
    "disputes:series_add_dispute": verb("加入已登记的纠纷", "disputes.mediate", _series, **_sees),
    "disputes:series_household": page("系列案一户", "disputes.view", _household),
    "disputes:series_household_new": form("添加一户", "disputes.mediate", _series, **_sees),
    "disputes:series_household_edit": form("修改一户", "disputes.mediate", _household, **_sees),
    "disputes:series_household_remove": verb("把一户移出系列案", "disputes.mediate", _household, **_sees),
    "disputes:series_phone": verb("查看一户的电话（说明理由）", "audit.reveal", _household, **_sees),
    "disputes:series_reopen": verb("重新打开系列案", "disputes.mediate", _series, **_sees),
    "series-list": Row(
        "接口：系列案列表、立项",
        "disputes.view",
        FORM,
        fill=makers.series,
        rights={"POST": "disputes.mediate"},
    ),
    "series-detail": page("接口：系列案详情", "disputes.view", _series),
    "series-change": verb("接口：修改系列案", "disputes.mediate", _series, **_sees),
    "series-step": verb("接口：批量办理各户", "disputes.mediate", _series, **_sees),
    "series-undo": verb("接口：更正一次批量办理", "disputes.mediate", _series, **_sees),
    "series-close": verb("接口：办结系列案", "disputes.mediate", _series, **_sees),
    "series-reopen": verb("接口：重新打开系列案", "disputes.mediate", _series, **_sees),
    "series-agreements": verb("接口：下载协议书", "disputes.mediate", _series, **_sees),
    "series-disputes": verb("接口：为各户单独立纠纷（另需登记权限）", "disputes.mediate", _series, **_sees),
    "series-add-dispute": verb("接口：加入已登记的纠纷", "disputes.mediate", _series, **_sees),
    "series-household-list": Row(
        "接口：系列案各户、添加一户",
        "disputes.view",
        FORM,
        fill=makers.household,
        rights={"POST": "disputes.mediate"},
    ),
    "series-household-detail": page("接口：系列案一户", "disputes.view", _pk_of_household),
    "series-household-change": verb("接口：修改一户", "disputes.mediate", _pk_of_household, **_sees),
    "series-household-remove": verb("接口：把一户移出系列案", "disputes.mediate", _pk_of_household, **_sees),
}
