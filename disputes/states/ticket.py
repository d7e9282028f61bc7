"""The short life of a number drawn in the hall."""

from django.utils.translation import gettext_lazy as _

from disputes.enums.centres import TicketState
from disputes.enums.rights import Right
from governance.kernel.lifecycle import Step, steps

_T = TicketState
_HERE = frozenset({_T.WAITING, _T.CALLED})

TICKET_STEPS = steps(
    Step("call", _("叫号"), frozenset({_T.WAITING}), _T.CALLED, Right.REGISTER, key="n"),
    Step("recall", _("再叫一次"), frozenset({_T.CALLED}), _T.CALLED, Right.REGISTER),
    Step("serve", _("接待"), _HERE, _T.SERVED, Right.REGISTER),
    Step("leave", _("已离开"), _HERE, _T.LEFT, Right.REGISTER),
)
