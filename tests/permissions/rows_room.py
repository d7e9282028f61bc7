"""The joint table of a dispute and its many parties."""

from tests.permissions import makers_room as makers
from tests.permissions.makers import dispute_by_number
from tests.permissions.rows import form, page, verb

_dispute = dispute_by_number
_seen = {"gate": "disputes.view"}
_called = {"sees": "disputes.view"}
ROOM = {
    "disputes:parties_add": form("粘贴名单补录当事人", "disputes.register", _dispute, **_seen),
    "disputes:room": page("联调室", "disputes.view", _dispute),
    "disputes:room_task": verb("交办联调任务", "disputes.mediate", _dispute, **_seen),
    "disputes:room_opinion": verb("写联调意见（本单位）", "disputes.mediate", makers.task, **_seen),
    "disputes:room_representatives": form("推选代表人", "disputes.mediate", _dispute, **_seen),
    "disputes:room_results": form("登记各方结果", "disputes.mediate", _dispute, **_seen),
    "disputes:room_agreement": form("起草协议", "disputes.mediate", _dispute, **_seen),
    "disputes:room_signatures": form("登记签名", "disputes.mediate", makers.draft, **_seen),
    "disputes:room_conclude": verb("各方已签名，达成协议", "disputes.mediate", makers.draft, **_seen),
    "dispute-parties": verb("接口：补录当事人", "disputes.register", _dispute, **_called),
    "dispute-room": page("接口：联调室", "disputes.view", _dispute),
    "dispute-room-task": verb("接口：交办联调任务", "disputes.mediate", _dispute, **_called),
    "dispute-room-opinion": verb("接口：写联调意见", "disputes.mediate", _dispute, **_called),
    "dispute-room-representatives": verb("接口：推选代表人", "disputes.mediate", _dispute, **_called),
    "dispute-room-results": verb("接口：登记各方结果", "disputes.mediate", _dispute, **_called),
    "dispute-room-draft": verb("接口：起草协议", "disputes.mediate", _dispute, **_called),
    "dispute-room-signatures": verb("接口：登记签名", "disputes.mediate", _dispute, **_called),
    "dispute-room-conclude": verb("接口：各方已签名，达成协议", "disputes.mediate", makers.draft, **_called),
}
