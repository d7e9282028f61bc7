"""The way of an errand: nothing is taken before somebody agreed, nothing is handed in before the papers are there."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.kernel.lifecycle import Step, steps
from grids.enums.rights import ErrandRight as Right


class ErrandState(models.TextChoices):
    REQUESTED = "requested", _("待授权")
    CONSENTED = "consented", _("备材料中")
    READY = "materials_ready", _("待递交")
    SUBMITTED = "submitted", _("部门办理中")
    SUPPLEMENT = "supplement", _("待补正")
    DECIDED = "decided", _("待送达")
    DELIVERED = "delivered", _("已送达")
    CLOSED = "closed", _("已结案")
    WITHDRAWN = "withdrawn", _("已撤回")


COLLECTING = frozenset(
    {ErrandState.CONSENTED, ErrandState.READY, ErrandState.SUPPLEMENT}
)  # papers may come in

_S = ErrandState
_BEFORE_DELIVERY = frozenset({_S.REQUESTED, _S.CONSENTED, _S.READY, _S.SUBMITTED, _S.SUPPLEMENT, _S.DECIDED})

ERRAND_STEPS = steps(
    Step("consent", _("登记授权"), frozenset({_S.REQUESTED}), _S.CONSENTED, Right.HANDLE, key="a",
         extras=("way", "giver", "given_on")),
    Step("gather", _("材料已齐"), frozenset({_S.CONSENTED}), _S.READY, Right.HANDLE, key="m"),
    Step("submit", _("递交"), frozenset({_S.READY}), _S.SUBMITTED, Right.HANDLE, key="s",
         extras=("place", "submitted_on", "external_number")),
    Step("supplement", _("要求补正"), frozenset({_S.SUBMITTED}), _S.SUPPLEMENT, Right.HANDLE,
         needs_note=True, key="b"),
    Step("resubmit", _("补正后再递交"), frozenset({_S.SUPPLEMENT}), _S.SUBMITTED, Right.HANDLE, key="r"),
    Step("grant", _("办成"), frozenset({_S.SUBMITTED}), _S.DECIDED, Right.HANDLE, key="g"),
    Step("reject", _("未办成"), frozenset({_S.SUBMITTED, _S.SUPPLEMENT}), _S.DECIDED, Right.HANDLE,
         needs_note=True, key="n"),
    Step("deliver", _("送达"), frozenset({_S.DECIDED}), _S.DELIVERED, Right.HANDLE, key="d",
         extras=("delivery", "delivered_to", "returns_papers", "satisfaction")),
    Step("close", _("结案"), frozenset({_S.DELIVERED}), _S.CLOSED, Right.HANDLE, key="c",
         extras=("satisfaction",)),
    Step("withdraw", _("撤回授权"), _BEFORE_DELIVERY, _S.WITHDRAWN, Right.HANDLE, needs_note=True, key="w"),
)  # fmt: skip


class HintState(models.TextChoices):
    OPEN = "open", _("待联系")
    TAKEN = "taken", _("已发起代办")
    DECLINED = "declined", _("不需要")


_OPEN = frozenset({HintState.OPEN})

HINT_STEPS = steps(
    Step("take", _("发起代办"), _OPEN, HintState.TAKEN, Right.HANDLE, key="t"),
    Step("decline", _("不需要"), _OPEN, HintState.DECLINED, Right.HANDLE, needs_note=True, key="n"),
)
