"""A cycle is held, then its minutes are issued; what is issued never changes, a correction note refers to it."""

from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import CycleState, Right
from governance.kernel.lifecycle import Step, steps

_S = CycleState

CYCLE_STEPS = steps(
    Step("hold", _("登记开会"), frozenset({_S.OPEN}), _S.HELD, Right.MANAGE),
    Step("issue", _("印发纪要"), frozenset({_S.HELD}), _S.ISSUED, Right.MANAGE),
)
