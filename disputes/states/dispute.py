"""The lifecycle of a dispute, from 登记 to 归档 (人民调解法; GB/T 31000-2015 T30).

Numbers of articles are those of the 人民调解法 unless another law is named.
"""

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
    JOINT = "joint", _("联调联处")
    SUSPENDED = "suspended", _("已中止")
    AGREED_WRITTEN = "agreed_written", _("达成书面协议")
    AGREED_ORAL = "agreed_oral", _("达成口头协议")
    FAILED = "failed", _("调解不成")
    REFUSED = "refused", _("当事人拒绝")
    REDIRECTED = "redirected", _("已导入其他渠道")
    CONFIRM_APPLIED = "confirm_applied", _("已申请司法确认")
    CONFIRMED = "confirmed", _("已司法确认")
    CONFIRM_REJECTED = "confirm_rejected", _("未予确认")
    PERFORMING = "performing", _("履行中")
    PERFORMED = "performed", _("已履行")
    DEFAULTED = "defaulted", _("未履行")
    FOLLOWED_UP = "followed_up", _("已回访")
    CLOSED = "closed", _("已结案")
    ARCHIVED = "archived", _("已归档")


_S = DisputeState
_AGREED = frozenset({_S.AGREED_WRITTEN, _S.AGREED_ORAL})
_AT_THE_TABLE = frozenset({_S.MEDIATING, _S.JOINT})
_HANDLED = frozenset({_S.ASSIGNED, *_AT_THE_TABLE})
_AGREEMENT = (
    "content", "parties", "effective_on", "amount_cents", "method", "facts", "disputed", "responsibilities",
    "term", "copies", "shares", "obligations",
)  # fmt: skip

_INTAKE = (
    Step("accept", _("受理"), frozenset({_S.REGISTERED}), _S.ACCEPTED, Right.ACCEPT, key="a",
         extras=("complexity",)),
    Step("decline", _("不予受理"), frozenset({_S.REGISTERED}), _S.NOT_ACCEPTED, Right.ACCEPT,
         needs_note=True, key="n", extras=("right_path",)),
    Step("assign", _("分派"), frozenset({_S.ACCEPTED, _S.RETURNED}), _S.ASSIGNED, Right.ASSIGN,
         key="d", extras=("post",)),
)  # fmt: skip
_MEDIATION = (
    Step("start_mediation", _("开始调解"), frozenset({_S.ASSIGNED}), _S.MEDIATING, Right.MEDIATE, key="m",
         extras=("place", "is_open", "mediator_chosen")),
    Step("return", _("退回"), frozenset({_S.ASSIGNED}), _S.RETURNED, Right.MEDIATE, needs_note=True, key="b"),
    Step("agree_in_writing", _("达成书面协议"), _AT_THE_TABLE | {_S.CONFIRM_REJECTED}, _S.AGREED_WRITTEN,
         Right.MEDIATE, key="w", extras=_AGREEMENT),
    Step("agree_orally", _("达成口头协议"), _AT_THE_TABLE, _S.AGREED_ORAL, Right.MEDIATE, key="o",
         extras=_AGREEMENT),
    Step("open_joint", _("联调联处"), frozenset({_S.ASSIGNED, _S.MEDIATING}), _S.JOINT, Right.MEDIATE,
         needs_note=True, key="l", extras=("organs",)),
    Step("close_joint", _("结束联调"), frozenset({_S.JOINT}), _S.MEDIATING, Right.MEDIATE, needs_note=True,
         key="i"),
    Step("fail", _("调解不成"), _AT_THE_TABLE, _S.FAILED, Right.MEDIATE, needs_note=True, key="f",
         extras=("told_paths",)),
    Step("suspend", _("中止"), _AT_THE_TABLE, _S.SUSPENDED, Right.MEDIATE, needs_note=True, key="p",
         extras=("resume_on",)),
    Step("resume", _("恢复"), frozenset({_S.SUSPENDED}), _S.MEDIATING, Right.MEDIATE, key="e"),
    Step("resume_jointly", _("恢复联调"), frozenset({_S.SUSPENDED}), _S.JOINT, Right.MEDIATE, key="e"),
    Step("refuse", _("当事人拒绝"),
         frozenset({_S.ACCEPTED, _S.ASSIGNED, _S.RETURNED, _S.SUSPENDED, *_AT_THE_TABLE}), _S.REFUSED,
         Right.MEDIATE, needs_note=True, key="r"),
)  # fmt: skip
_TRACKS = (
    Step("redirect", _("导入其他渠道"),
         frozenset({_S.ACCEPTED, _S.FAILED, _S.REFUSED, _S.CONFIRM_REJECTED, _S.DEFAULTED, *_HANDLED}),
         _S.REDIRECTED, Right.MEDIATE, needs_note=True, key="t",
         extras=("track", "external_number", "body", "sent_on")),
    Step("record_track", _("登记对方进展"), frozenset({_S.REDIRECTED}), "", Right.MEDIATE, key="n",
         extras=("external_number", "result", "result_on")),
)  # fmt: skip
_CONFIRMATION = (
    Step("apply_confirmation", _("申请司法确认"), _AGREED | {_S.PERFORMING}, _S.CONFIRM_APPLIED, Right.MEDIATE,
         key="y", extras=("court", "applied_on", "external_number", "papers", "applicants")),
    Step("confirm", _("法院确认"), frozenset({_S.CONFIRM_APPLIED}), _S.CONFIRMED, Right.MEDIATE, key="v",
         extras=("decided_on", "external_number")),
    Step("reject_confirmation", _("法院不予确认"), frozenset({_S.CONFIRM_APPLIED}), _S.CONFIRM_REJECTED,
         Right.MEDIATE, needs_note=True, key="n", extras=("decided_on", "external_number")),
)  # fmt: skip
_PERFORMANCE = (
    Step("start_performance", _("开始履行"), _AGREED | {_S.CONFIRMED, _S.CONFIRM_REJECTED, _S.FOLLOWED_UP},
         _S.PERFORMING, Right.MEDIATE, key="g", extras=("obligations",)),
    Step("perform", _("履行完毕"), frozenset({_S.PERFORMING}), _S.PERFORMED, Right.MEDIATE, key="v"),
    Step("default", _("未履行"), frozenset({_S.PERFORMING}), _S.DEFAULTED, Right.MEDIATE, needs_note=True,
         key="x"),
    Step("resume_performance", _("继续履行"), frozenset({_S.DEFAULTED}), _S.PERFORMING, Right.MEDIATE,
         key="g"),
)  # fmt: skip
_END = (
    Step("follow_up", _("回访"),
         _AGREED | {_S.CONFIRMED, _S.CONFIRM_REJECTED, _S.PERFORMED, _S.DEFAULTED, _S.FAILED, _S.REFUSED},
         _S.FOLLOWED_UP, Right.CLOSE, key="h", extras=("satisfaction", "method", "rekindled")),
    Step("close", _("结案"), frozenset({_S.FOLLOWED_UP}), _S.CLOSED, Right.CLOSE, key="c"),
    Step("archive", _("归档"), frozenset({_S.CLOSED, _S.NOT_ACCEPTED, _S.REDIRECTED}), _S.ARCHIVED,
         Right.REVIEW, key="z"),
    Step("reopen", _("重新办理"), frozenset({_S.FOLLOWED_UP, _S.CLOSED, _S.ARCHIVED}), _S.ASSIGNED,
         Right.CLOSE, needs_note=True, key="u", extras=("post",)),
)  # fmt: skip
_LEVELS = (
    Step("escalate", _("升级"), frozenset({_S.ACCEPTED, _S.RETURNED, *_HANDLED}), _S.ACCEPTED, Right.ASSIGN,
         needs_note=True, key="s", extras=("to",)),
    Step("ask_extension", _("申请延期"), _HANDLED, "", Right.MEDIATE, needs_note=True, key="x",
         extras=("amount",)),
    Step("grant_extension", _("批准延期"), _HANDLED, "", Right.APPROVE, key="g"),
    Step("refuse_extension", _("不同意延期"), _HANDLED, "", Right.APPROVE, needs_note=True, key="q"),
)  # fmt: skip

STEPS = steps(*_INTAKE, *_MEDIATION, *_TRACKS, *_CONFIRMATION, *_PERFORMANCE, *_END, *_LEVELS)
