"""An event on its way to an address outside: every step but the last is the system's own."""

from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import DeliveryState, Right
from governance.kernel.lifecycle import Step, steps

_S = DeliveryState
_WAITING = frozenset({_S.WAITING})

HOOK_STEPS = steps(
    Step("send", _("发出"), _WAITING, _S.SENT, ""),
    Step("retry", _("稍后再试"), _WAITING, _S.WAITING, ""),
    Step("give_up", _("放弃"), _WAITING, _S.GIVEN_UP, ""),
    Step("resend", _("重发"), frozenset({_S.GIVEN_UP}), _S.WAITING, Right.MANAGE),
)
