"""A message on its way out: every step but the last is the system's own."""

from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import DeliveryState, Right
from governance.kernel.lifecycle import Step, steps

_S = DeliveryState
ON_ITS_WAY = frozenset({_S.WAITING, _S.HELD})
UNSENT = frozenset({_S.FAILED, _S.GIVEN_UP})

DELIVERY_STEPS = steps(
    Step("hold", _("暂存"), ON_ITS_WAY, _S.HELD, ""),
    Step("gather", _("并入汇总"), frozenset({_S.HELD}), _S.DIGESTED, ""),
    Step("send", _("发出"), ON_ITS_WAY, _S.SENT, ""),
    Step("retry", _("稍后再试"), ON_ITS_WAY, _S.WAITING, ""),
    Step("fail", _("发不出"), ON_ITS_WAY, _S.FAILED, ""),
    Step("give_up", _("放弃"), ON_ITS_WAY, _S.GIVEN_UP, ""),
    Step("resend", _("重发"), UNSENT, _S.WAITING, Right.DELIVER),
)
