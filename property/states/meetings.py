"""The way of an owners' meeting. What was announced is only changed by going back one step, with a reason."""

from django.utils.translation import gettext_lazy as _

from governance.kernel.lifecycle import Step, steps
from property.enums import Right
from property.enums.meetings import MeetingState

_S = MeetingState
_AHEAD = frozenset({_S.DRAFT, _S.NOTICED})
_HELD = frozenset({_S.NOTICED, _S.COUNTED})

WAY = (_S.DRAFT, _S.NOTICED, _S.COUNTED, _S.ANNOUNCED)

MEETING_STEPS = steps(
    Step("notice", _("登记会议通知"), frozenset({_S.DRAFT}), _S.NOTICED, Right.MANAGE),
    Step("count", _("登记计票"), _HELD, _S.COUNTED, Right.MANAGE),
    Step("announce", _("登记结果公布"), frozenset({_S.COUNTED}), _S.ANNOUNCED, Right.MANAGE),
    Step("correct", _("更正计票"), frozenset({_S.ANNOUNCED}), _S.COUNTED, Right.MANAGE, needs_note=True),
    Step("call_off", _("取消会议"), _AHEAD, _S.CALLED_OFF, Right.MANAGE, needs_note=True),
)
