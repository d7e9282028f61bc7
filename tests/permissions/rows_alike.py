"""Disputes that may be the same matter, and groups that may be a series."""

from tests.permissions import makers, makers_alike
from tests.permissions.makers import by_pk
from tests.permissions.rows import page, rows_of, verb

_dispute = makers.dispute_by_number
_pair = makers_alike.pair_by_number
_seen = {"sees": "disputes.view"}
ALIKE = {
    "disputes:case_alike": page("可能相似的纠纷", "disputes.view", _dispute),
    "disputes:alike_link": verb("标为相似或再次发生", "disputes.register", _pair, gate="disputes.view"),
    "disputes:alike_dismiss": verb("记为不是同类", "disputes.register", _pair, gate="disputes.view"),
    "disputes:series_hint_list": rows_of("系列案建议", "disputes.view", makers_alike.hint),
    "disputes:series_hint_dismiss": verb(
        "不立系列案", "disputes.mediate", by_pk(makers_alike.hint), gate="disputes.view"
    ),
    "dispute-similar": page("接口：可能相似的纠纷", "disputes.view", _dispute),
    "dispute-link": verb("接口：标为相似或再次发生", "disputes.register", _dispute, **_seen),
    "dispute-dismiss-alike": verb("接口：记为不是同类", "disputes.register", _dispute, **_seen),
    "series-hint-list": rows_of("接口：系列案建议", "disputes.view", makers_alike.hint),
    "series-hint-detail": page("接口：系列案建议详情", "disputes.view", by_pk(makers_alike.hint)),
    "series-hint-dismiss": verb("接口：不立系列案", "disputes.mediate", by_pk(makers_alike.hint), **_seen),
}
