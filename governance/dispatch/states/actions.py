"""An action item from the meeting until it is struck off, which takes evidence."""

from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import ActionState, Right
from governance.kernel.lifecycle import Step, steps

_S = ActionState
_AT_WORK = frozenset({_S.OPEN, _S.RETURNED})
PENDING = _AT_WORK | {_S.REPORTED}  # not ended: it stands in the next cycle

ACTION_STEPS = steps(
    Step("report", _("报结"), _AT_WORK, _S.REPORTED, Right.REPORT),
    Step("close", _("销号"), PENDING, _S.CLOSED, Right.MANAGE),
    Step("return", _("退回重办"), frozenset({_S.REPORTED}), _S.RETURNED, Right.MANAGE, needs_note=True),
    Step("withdraw", _("撤销任务"), PENDING, _S.WITHDRAWN, Right.MANAGE, needs_note=True),
)

# The steps of the office that set the task; the rest are the owner's.
SETTERS_STEPS = frozenset({"close", "return", "withdraw"})
