"""The joint table of a dispute and its many parties."""

from tests.permissions.makers import dispute_by_number
from tests.permissions.rows import form, verb

_register = {"gate": "disputes.view"}
ROOM = {
    "disputes:parties_add": form("粘贴名单补录当事人", "disputes.register", dispute_by_number, **_register),
    "dispute-parties": verb("接口：补录当事人", "disputes.register", dispute_by_number, sees="disputes.view"),
}
