"""The steps of a dispute over the API, beside those of `table`, and what belongs to its agreement."""

from tests.permissions import makers
from tests.permissions.rows import verb

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
}
