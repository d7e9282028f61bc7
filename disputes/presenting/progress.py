"""What a party reads on the public page: the procedure a dispute is in and what comes next, in plain words.

Neither says who the other side is, what it is about, nor what was said at the table.
"""

from django.utils.translation import gettext as _

from disputes.models import Dispute
from disputes.states import DisputeState as State
from governance.casework.models import Case
from governance.casework.progress import office_of
from governance.kernel.templatetags.ui import date_words

_ENDED = frozenset({State.FOLLOWED_UP, State.CLOSED, State.ARCHIVED})
_AGREED = frozenset({State.AGREED_WRITTEN, State.AGREED_ORAL})
_PERFORMED = frozenset({State.PERFORMING, State.PERFORMED, State.DEFAULTED})
_AT_COURT = frozenset({State.CONFIRM_APPLIED, State.CONFIRMED, State.CONFIRM_REJECTED})


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
    """Registration, mediation, confirmation, performance, or the track it has gone to."""
    state = case.state
    if state in (State.REGISTERED, State.NOT_ACCEPTED):
        return _("受理审查")
    if state in (State.ACCEPTED, State.RETURNED):
        return _("分流交办")
    if state == State.JOINT:
        return _("联合调解")
    if state in _AT_COURT:
        return _("司法确认")
    if state in _PERFORMED:
        return _("履行协议")
    if state == State.REDIRECTED:
        return _track_of(case.dispute) or _("导入其他渠道")
    return _("回访归档") if state in _ENDED else case.dispute.get_method_display() or _("调解")


def outlook_of(case: Case) -> str:
    """What happens next, said to whoever waits for it."""
    office, state = office_of(case), case.state
    words = {
        State.REGISTERED: _("{office}决定是否受理，结果会告诉您。"),
        State.NOT_ACCEPTED: _("没有受理。可以按告知的途径办理，也可以来电询问。"),
        State.ACCEPTED: _("已经受理，{office}安排由谁调解。"),
        State.RETURNED: _("已经受理，{office}重新安排由谁调解。"),
        State.ASSIGNED: _("{office}会联系双方，约定调解时间。"),
        State.MEDIATING: _("{office}正在调解。您可以随时表示不愿调解。"),
        State.JOINT: _("几个单位正在一起调解，由{office}牵头。您可以随时表示不愿调解。"),
        State.SUSPENDED: _("暂时停办，条件具备时接着办。"),
        State.FAILED: _("没有调解成。您可以仲裁、申请行政处理或者起诉。"),
        State.REFUSED: _("有一方不愿调解。您可以仲裁、申请行政处理或者起诉。"),
        State.CONFIRM_APPLIED: _("等待法院审查协议。"),
        State.CONFIRM_REJECTED: _("法院没有确认协议。可以变更协议，也可以起诉。"),
        State.PERFORMING: _("按协议约定的时间履行，{office}会督促。"),
        State.DEFAULTED: _("协议没有履行。可以继续协商，也可以申请强制执行或者起诉。"),
    }
    if state in _AGREED:
        return _("已经达成协议，请按协议履行。需要司法确认的，双方在 30 日内共同向法院申请。")
    if state == State.REDIRECTED:
        return _redirected(case)
    if state in (State.CONFIRMED, State.PERFORMED):
        return _("{office}会回访，了解您是否满意。").format(office=office)
    return words.get(state, _("已经办结。结果不满意的，可以拨打监督电话。")).format(office=office)


def _redirected(case: Case) -> str:
    referral = case.dispute.referrals.last()
    if referral is None:
        return _("由对方渠道继续办理。")
    body, number = referral.body or referral.get_track_display(), referral.external_number or _("还没有编号")
    if referral.result_on:
        return _("{body}（{number}）已经有结果，请向该机关询问。").format(body=body, number=number)
    if referral.due_on:
        return _("由{body}继续办理（{number}），按规定最迟 {day} 有结果。").format(
            body=body, number=number, day=date_words(referral.due_on)
        )
    return _("由{body}继续办理（{number}）。").format(body=body, number=number)


def _track_of(dispute: Dispute) -> str:
    referral = dispute.last_referral
    limit = referral and referral.limit
    return str(limit) if limit else dispute.get_track_display()
