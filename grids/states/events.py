"""The lifecycle of an event, from 上报 to 评价 (立案 · 派遣 · 处置 · 反馈 · 核查结案 · 评价 of 数字城管)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.kernel.lifecycle import Step, steps
from grids.enums.rights import EventRight as Right


class EventState(models.TextChoices):
    REPORTED = "reported", _("待核实")
    REJECTED = "rejected", _("不予立案")
    VERIFIED = "verified", _("待派单")
    DISPATCHED = "dispatched", _("待接单")
    RETURNED = "sent_back", _("退回待派")
    ACCEPTED = "taken", _("已接单")
    HANDLING = "handling", _("处置中")
    SUSPENDED = "on_hold", _("已挂起")
    FEEDBACK = "feedback", _("待核查")
    CHECKED = "checked", _("待结案")
    CLOSED = "closed", _("已结案")
    RATED = "rated", _("已评价")
    MERGED = "merged", _("已合并")


_S = EventState
# Before anybody is at work on it, an event may still turn out to be another one's double.
_UNTOUCHED = frozenset({_S.REPORTED, _S.VERIFIED, _S.RETURNED, _S.DISPATCHED})

EVENT_STEPS = steps(
    Step("verify", _("核实立案"), frozenset({_S.REPORTED}), _S.VERIFIED, Right.DISPATCH, key="v",
         extras=("category", "grade", "post")),
    Step("reject", _("不予立案"), frozenset({_S.REPORTED}), _S.REJECTED, Right.DISPATCH, needs_note=True, key="n"),
    Step("dispatch", _("派单"), frozenset({_S.VERIFIED, _S.RETURNED}), _S.DISPATCHED, Right.DISPATCH, key="d",
         extras=("post",)),
    Step("accept", _("接单"), frozenset({_S.DISPATCHED}), _S.ACCEPTED, Right.HANDLE, key="a"),
    Step("return", _("退回"), frozenset({_S.DISPATCHED, _S.ACCEPTED}), _S.RETURNED, Right.HANDLE,
         needs_note=True, key="b", extras=("reason",)),
    Step("start", _("开始处置"), frozenset({_S.ACCEPTED}), _S.HANDLING, Right.HANDLE, key="s"),
    Step("record_verification", _("登记联合核实"), frozenset({_S.HANDLING}), _S.HANDLING, Right.HANDLE, key="y",
         extras=("place", "minutes", "participants", "held_at", "measured_value", "measured_unit", "photos")),
    Step("feedback", _("回单"), frozenset({_S.HANDLING}), _S.FEEDBACK, Right.HANDLE, key="f",
         extras=("answer", "is_solved", "photos")),
    Step("ask_extension", _("申请延期"), frozenset({_S.HANDLING}), _S.HANDLING, Right.HANDLE,
         needs_note=True, key="x", extras=("amount",)),
    Step("grant_extension", _("批准延期"), frozenset({_S.HANDLING}), _S.HANDLING, Right.APPROVE, key="g"),
    Step("refuse_extension", _("不同意延期"), frozenset({_S.HANDLING}), _S.HANDLING, Right.APPROVE,
         needs_note=True, key="w"),
    Step("suspend", _("挂起"), frozenset({_S.HANDLING}), _S.SUSPENDED, Right.HANDLE, needs_note=True, key="p",
         extras=("resume_on",)),
    Step("resume", _("恢复"), frozenset({_S.SUSPENDED}), _S.HANDLING, Right.HANDLE, key="e"),
    Step("redo", _("退回重办"), frozenset({_S.FEEDBACK}), _S.HANDLING, Right.DISPATCH, needs_note=True, key="r"),
    Step("check", _("核查"), frozenset({_S.FEEDBACK}), _S.CHECKED, Right.DISPATCH, key="c"),
    Step("close", _("结案"), frozenset({_S.CHECKED}), _S.CLOSED, Right.DISPATCH, key="z"),
    Step("rate", _("评价"), frozenset({_S.CLOSED}), _S.RATED, Right.DISPATCH, key="t",
         extras=("satisfaction",)),
    Step("reopen", _("重新办理"), frozenset({_S.CLOSED, _S.RATED}), _S.VERIFIED, Right.DISPATCH,
         needs_note=True, key="u"),
    Step("merge", _("合并"), _UNTOUCHED, _S.MERGED, Right.DISPATCH, key="m", extras=("main",)),
    Step("self_handle", _("自办"), frozenset({_S.REPORTED}), _S.CLOSED, Right.REPORT, key="o"),
    Step("escalate", _("升级"), frozenset({_S.VERIFIED, _S.DISPATCHED, _S.RETURNED, _S.ACCEPTED, _S.HANDLING}),
         _S.VERIFIED, Right.DISPATCH, needs_note=True, key="l", extras=("to",)),
)  # fmt: skip

# Where an event waits for the dispatcher.
AT_THE_DESK = (_S.REPORTED, _S.VERIFIED, _S.RETURNED, _S.FEEDBACK, _S.CHECKED)
