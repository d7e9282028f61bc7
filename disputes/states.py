"""The lifecycle of a dispute, from 登记 to 结案 (人民调解法; GB/T 31000-2015 T30)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from disputes.enums.rights import Right
from governance.kernel.lifecycle import Step, steps


class DisputeState(models.TextChoices):
    REGISTERED = "registered", _("待受理")
    NOT_ACCEPTED = "not_accepted", _("不予受理")
    ACCEPTED = "accepted", _("待分派")
    ASSIGNED = "assigned", _("待调解")
    RETURNED = "returned", _("已退回")
    MEDIATING = "mediating", _("调解中")
    SUSPENDED = "suspended", _("已中止")
    AGREED_WRITTEN = "agreed_written", _("达成书面协议")
    AGREED_ORAL = "agreed_oral", _("达成口头协议")
    FAILED = "failed", _("调解不成")
    REFUSED = "refused", _("当事人拒绝")
    REDIRECTED = "redirected", _("已导入其他渠道")
    FOLLOWED_UP = "followed_up", _("已回访")
    CLOSED = "closed", _("已结案")


_S = DisputeState
_ENDED = frozenset({_S.AGREED_WRITTEN, _S.AGREED_ORAL, _S.FAILED, _S.REFUSED})

STEPS = steps(
    Step("accept", _("受理"), frozenset({_S.REGISTERED}), _S.ACCEPTED, Right.ACCEPT, key="a"),
    Step("decline", _("不予受理"), frozenset({_S.REGISTERED}), _S.NOT_ACCEPTED, Right.ACCEPT,
         needs_note=True, key="n"),
    Step("assign", _("分派"), frozenset({_S.ACCEPTED, _S.RETURNED}), _S.ASSIGNED, Right.ASSIGN,
         key="d", extras=("post",)),
    Step("start_mediation", _("开始调解"), frozenset({_S.ASSIGNED}), _S.MEDIATING, Right.MEDIATE, key="m"),
    Step("return", _("退回"), frozenset({_S.ASSIGNED}), _S.RETURNED, Right.MEDIATE, needs_note=True, key="b"),
    Step("agree_in_writing", _("达成书面协议"), frozenset({_S.MEDIATING}), _S.AGREED_WRITTEN, Right.MEDIATE,
         key="w", extras=("content", "parties", "effective_on", "amount_cents", "method")),
    Step("agree_orally", _("达成口头协议"), frozenset({_S.MEDIATING}), _S.AGREED_ORAL, Right.MEDIATE,
         key="o", extras=("content", "parties", "effective_on", "amount_cents", "method")),
    Step("fail", _("调解不成"), frozenset({_S.MEDIATING}), _S.FAILED, Right.MEDIATE,
         needs_note=True, key="f", extras=("told_paths",)),
    Step("suspend", _("中止"), frozenset({_S.MEDIATING}), _S.SUSPENDED, Right.MEDIATE,
         needs_note=True, key="p", extras=("resume_on",)),
    Step("resume", _("恢复"), frozenset({_S.SUSPENDED}), _S.MEDIATING, Right.MEDIATE, key="e"),
    Step("refuse", _("当事人拒绝"), frozenset({_S.ACCEPTED, _S.ASSIGNED, _S.MEDIATING, _S.SUSPENDED}),
         _S.REFUSED, Right.MEDIATE, needs_note=True, key="r"),
    Step("redirect", _("导入其他渠道"), frozenset({_S.ACCEPTED, _S.ASSIGNED, _S.MEDIATING, _S.FAILED, _S.REFUSED}),
         _S.REDIRECTED, Right.MEDIATE, needs_note=True, key="t", extras=("track", "external_number")),
    Step("escalate", _("升级"), frozenset({_S.ACCEPTED, _S.ASSIGNED, _S.RETURNED, _S.MEDIATING}), _S.ACCEPTED,
         Right.ASSIGN, needs_note=True, key="s", extras=("to",)),
    Step("follow_up", _("回访"), _ENDED, _S.FOLLOWED_UP, Right.CLOSE,
         key="h", extras=("satisfaction", "method", "rekindled")),
    Step("close", _("结案"), frozenset({_S.FOLLOWED_UP}), _S.CLOSED, Right.CLOSE, key="c"),
    Step("reopen", _("重新办理"), frozenset({_S.FOLLOWED_UP, _S.CLOSED}), _S.ASSIGNED, Right.CLOSE,
         needs_note=True, key="u"),
)  # fmt: skip
