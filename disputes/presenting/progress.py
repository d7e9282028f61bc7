"""What became of a dispute, for whoever holds its code: neutral words, offices instead of persons, no note."""

from django.utils.translation import gettext as _

from disputes.models import Dispute
from disputes.states import DisputeState as State
from governance.casework.models import Case

_AT_COURT = {State.CONFIRM_APPLIED, State.CONFIRMED, State.CONFIRM_REJECTED}
_PERFORMANCE = {State.PERFORMING, State.PERFORMED, State.DEFAULTED}


def progress_of(case: Case) -> list[dict]:
    """`{"at", "title", "office"}` by time. What was agreed, owed or ruled stays inside."""
    words = {
        "register": _("已登记"),
        "accept": _("已受理"),
        "decline": _("不予受理，已告知可以走的途径"),
        "assign": _("已分派调解"),
        "return": _("正在重新确定承办单位"),
        "start_mediation": _("开始调解"),
        "open_joint": _("几个单位一起调解"),
        "close_joint": _("继续由承办单位调解"),
        "suspend": _("暂时中止，条件具备时接着调解"),
        "resume": _("恢复调解"),
        "resume_jointly": _("恢复调解"),
        "agree_in_writing": _("达成调解协议"),
        "agree_orally": _("达成调解协议"),
        "fail": _("调解没有达成协议，已告知其他途径"),
        "refuse": _("一方不愿调解，调解终止"),
        "redirect": _("已转入其他渠道办理"),
        "apply_confirmation": _("已向法院申请司法确认"),
        "confirm": _("法院已确认协议有效"),
        "reject_confirmation": _("法院没有确认协议"),
        "start_performance": _("开始履行协议"),
        "perform": _("协议已经履行"),
        "default": _("协议没有按约定履行"),
        "resume_performance": _("继续履行协议"),
        "follow_up": _("已回访"),
        "close": _("已结案"),
        "reopen": _("重新办理"),
        "escalate": _("已转交上级办理"),
        "grant_extension": _("办理期限已延长"),
    }
    lines = case.actions.filter(kind__in=words).order_by("id")
    return [{"at": line.at, "title": words[line.kind], "office": line.post_label} for line in lines]


def procedure_of(case: Case) -> str:
    """The procedure the case is in now: 人民调解, 司法确认, or the track that took over."""
    if case.state == State.REGISTERED:
        return _("登记审查")
    if case.state in _AT_COURT:
        return _("司法确认")
    if case.state in _PERFORMANCE:
        return _("协议履行")
    if case.outcome == "redirected":
        return _track_of(case.dispute)
    return _("人民调解")


def _track_of(dispute: Dispute) -> str:
    referral = dispute.last_referral
    limit = referral and referral.limit
    return str(limit) if limit else dispute.get_track_display()
