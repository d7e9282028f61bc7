"""Who may tell the police, and who marks that a minor is involved."""

from tests.permissions import makers, makers_safety
from tests.permissions.rows import verb

_dispute = makers.dispute_by_number
_handled = {"gate": "disputes.view"}
SAFETY = {
    "disputes:police_report": verb("报告公安机关", "disputes.protect", _dispute, **_handled),
    "disputes:police_number": verb(
        "记下公安机关编号", "disputes.protect", makers_safety.police_report, **_handled
    ),
    "disputes:case_minor": verb("标明涉及未成年人", "disputes.protect", _dispute, **_handled),
    "dispute-police": verb("接口：报告公安机关", "disputes.protect", _dispute, sees="disputes.view"),
    "dispute-police-number": verb(
        "接口：记下公安机关编号", "disputes.protect", _dispute, sees="disputes.view"
    ),
    "dispute-minor": verb("接口：标明涉及未成年人", "disputes.protect", _dispute, sees="disputes.view"),
}
