"""The steps of a dispute over the API, beside those of `table`, and what belongs to its agreement."""

from tests.permissions import makers
from tests.permissions import makers_lifecycle as lifecycle
from tests.permissions.rows import form, verb

_dispute = makers.dispute_by_number
LIFECYCLE = {
    "dispute-ask-extension": verb("接口：申请延期", "disputes.mediate", _dispute),
    "dispute-grant-extension": verb("接口：批准延期", "disputes.approve", _dispute),
    "dispute-refuse-extension": verb("接口：不同意延期", "disputes.approve", _dispute),
    "dispute-open-joint": verb("接口：联调联处", "disputes.mediate", _dispute),
    "dispute-close-joint": verb("接口：结束联调", "disputes.mediate", _dispute),
    "dispute-resume-jointly": verb("接口：恢复联调", "disputes.mediate", _dispute),
    "dispute-record-track": verb("接口：登记其他渠道的进展", "disputes.mediate", _dispute),
    "dispute-apply-confirmation": verb("接口：申请司法确认", "disputes.mediate", _dispute),
    "dispute-confirm": verb("接口：法院确认", "disputes.mediate", _dispute),
    "dispute-reject-confirmation": verb("接口：法院不予确认", "disputes.mediate", _dispute),
    "dispute-start-performance": verb("接口：开始履行", "disputes.mediate", _dispute),
    "dispute-perform": verb("接口：履行完毕", "disputes.mediate", _dispute),
    "dispute-default": verb("接口：未履行", "disputes.mediate", _dispute),
    "dispute-resume-performance": verb("接口：继续履行", "disputes.mediate", _dispute),
    "dispute-archive": verb("接口：归档", "disputes.review", _dispute),
    "dispute-draft": verb("接口：起草协议", "disputes.mediate", _dispute),
    "dispute-record-sitting": verb("接口：登记一次调解", "disputes.mediate", _dispute),
    "dispute-change-sitting": verb("接口：修改调解记录", "disputes.mediate", lifecycle.sitting),
    "dispute-perform-obligation": verb("接口：登记履行", "disputes.mediate", lifecycle.obligation),
    "dispute-release-obligation": verb("接口：登记不再履行", "disputes.mediate", lifecycle.obligation),
    "disputes:agreement_draft": form("起草协议", "disputes.mediate", _dispute),
    "disputes:sitting_record": form("登记一次调解", "disputes.mediate", _dispute),
    "disputes:sitting_edit": form("修改调解记录", "disputes.mediate", lifecycle.sitting),
    "disputes:obligation_perform": verb("登记履行", "disputes.mediate", lifecycle.obligation),
    "disputes:obligation_release": verb("登记不再履行", "disputes.mediate", lifecycle.obligation),
}
