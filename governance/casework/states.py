"""The lifecycle of a work order between two offices: asked, taken or returned, answered, judged."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from governance.casework.enums import OrderKind
from governance.kernel.lifecycle import Step, steps


class OrderState(models.TextChoices):
    OFFERED = "offered", _("待接收")
    TAKEN = "taken", _("已接收")
    RETURNED = "returned", _("已退回")
    ANSWERED = "answered", _("已答复")
    CLOSED = "closed", pgettext_lazy("order", "已办结")
    WITHDRAWN = "withdrawn", _("已撤回")


_S = OrderState
WAITING = frozenset({_S.OFFERED, _S.TAKEN})  # the called office has not answered yet

# Which of the two offices takes a step follows from the order itself, so the steps name no right.
ORDER_STEPS = steps(
    Step("take", _("接收"), frozenset({_S.OFFERED}), _S.TAKEN, "", key="a"),
    Step("take_over", _("接受移交"), frozenset({_S.OFFERED}), _S.CLOSED, "", key="a"),
    Step("answer", _("答复"), WAITING, _S.ANSWERED, "", key="f",
         extras=("outcome", "arrived_at", "attendee", "need")),
    Step("return", _("退回"), WAITING, _S.RETURNED, "", needs_note=True, key="b"),
    Step("rate", _("评价办结"), frozenset({_S.ANSWERED}), _S.CLOSED, "", key="e", extras=("rating",)),
    Step("withdraw", _("撤回"), WAITING, _S.WITHDRAWN, "", needs_note=True, key="w"),
)  # fmt: skip

# The steps of the office that sent the order; all others are the called office's.
SENDERS_STEPS = frozenset({"rate", "withdraw"})
STEPS_OF = {
    OrderKind.REFER: frozenset({"take", "answer", "return", "rate", "withdraw"}),
    OrderKind.WHISTLE: frozenset({"take", "answer", "return", "rate", "withdraw"}),
    OrderKind.TRANSFER: frozenset({"take_over", "return", "withdraw"}),
}
