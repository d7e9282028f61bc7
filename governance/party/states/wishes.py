from django.utils.translation import gettext_lazy as _

from governance.kernel.lifecycle import Step, steps
from governance.party.enums import Right, WishState

W, BUILD = WishState, Right.BUILD
WISH_STEPS = steps(
    Step("claim", _("认领"), frozenset({W.OPEN}), W.CLAIMED, BUILD),
    Step("release", _("放弃认领"), frozenset({W.CLAIMED}), W.OPEN, BUILD, needs_note=True),
    Step("fulfil", _("登记实现"), frozenset({W.CLAIMED}), W.DONE, BUILD),
    Step("thank", _("登记答谢"), frozenset({W.DONE}), W.CLOSED, BUILD),
    Step("withdraw", _("撤回"), frozenset({W.OPEN, W.CLAIMED}), W.WITHDRAWN, BUILD, needs_note=True),
)
