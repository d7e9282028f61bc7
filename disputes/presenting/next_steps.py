"""What happens next with a dispute and until when, in words (人民调解法 第31、33条)."""

from django.utils.translation import gettext as _

from disputes.enums.disputes import ARCHIVE_WITHIN
from disputes.models import Dispute
from disputes.states import DisputeState as State
from governance.casework.clock import calendar_for
from governance.casework.models import Case
from governance.kernel.clock import add_workdays
from governance.kernel.days import today
from governance.kernel.templatetags.ui import date_words


def what_next(case: Case) -> str:
    """Who does what next, and until when where the law or an agreement says."""
    owner = case.owner_post or case.owner_area or case.area
    caller = case.follow_up_area or owner
    told = _OF_THE_ROWS.get(case.state)
    if told is not None:
        return told(case.dispute, owner=owner, caller=caller)
    words = {
        State.REGISTERED: _("{owner}的纠纷，等待决定是否受理。"),
        State.ACCEPTED: _("已受理，等待分派承办岗位。"),
        State.RETURNED: _("承办岗位已退回，等待重新分派。"),
        State.ASSIGNED: _("{owner}联系双方，开始调解。"),
        State.MEDIATING: _("{owner}主持调解，达成协议或说明不成。"),
        State.JOINT: _("{owner}牵头，请到场的单位一起调解，达成协议或说明不成。"),
        State.SUSPENDED: _("计时已停。条件具备时由{owner}恢复调解。"),
        State.FAILED: _("{caller}回访当事人；当事人另走仲裁、诉讼的，导入其他渠道。"),
        State.REFUSED: _("{caller}回访当事人；当事人另走仲裁、诉讼的，导入其他渠道。"),
        State.PERFORMED: _("{caller}回访当事人，然后结案。"),
        State.FOLLOWED_UP: _("{owner}核对材料后结案；有反复的重新办理。"),
        State.ARCHIVED: _("已经归档。有反复的可以重新办理。"),
    }
    return words.get(case.state, "").format(owner=owner, caller=caller)


def _agreed(dispute: Dispute, *, owner, caller) -> str:
    words = _("{owner}督促履行：分期或者限期履行的，登记履行事项；当场履行的，由{caller}回访当事人。")
    words = words.format(owner=owner, caller=caller)
    agreement = dispute.latest_agreement
    if agreement is None or dispute.category.bars_confirmation:
        return words
    last = agreement.last_day_to_confirm
    if last < today():
        return words
    return words + _("{day}前双方可以共同申请司法确认，过期法院不再受理。").format(day=date_words(last))


def _at_court(dispute: Dispute, *, owner, caller) -> str:
    return _("等待法院裁定。收到裁定后由{owner}登记结果。").format(owner=owner)


def _confirmed(dispute: Dispute, *, owner, caller) -> str:
    return _(
        "法院已确认协议有效，一方不履行的，对方可以申请强制执行。{owner}登记履行事项，或者由{caller}回访当事人。"
    ).format(owner=owner)


def _not_confirmed(dispute: Dispute, *, owner, caller) -> str:
    return _("法院没有确认协议。双方可以变更协议，重新登记达成书面协议；也可以告知当事人起诉。")


def _performing(dispute: Dispute, *, owner, caller) -> str:
    agreement = dispute.latest_agreement
    waiting = agreement.open_obligations if agreement else []
    if not waiting:
        return _("约定的事项都已了结，由{owner}登记履行完毕。").format(owner=owner)
    words = _("{name}应在{day}前履行：{what}。到期没有履行的，由{owner}督促，仍不履行的登记未履行。")
    first = waiting[0]
    return words.format(
        name=first.obliged.shown_name, day=date_words(first.due_on), what=first.what, owner=owner
    )


def _defaulted(dispute: Dispute, *, owner, caller) -> str:
    confirmation = getattr(dispute.latest_agreement, "confirmation", None)
    if confirmation is not None and confirmation.is_confirmed:
        return _("告知权利人可以向法院申请强制执行；对方愿意继续履行的，登记继续履行。")
    return _("告知权利人可以就协议起诉；对方愿意继续履行的，登记继续履行。")


def _redirected(dispute: Dispute, *, owner, caller) -> str:
    referral = dispute.last_referral
    where = (referral.body or referral.get_track_display()) if referral else dispute.get_track_display()
    if referral and referral.result:
        return _("{where}已有结果，核对材料后归档。").format(where=where)
    if referral and referral.due_on:
        return _("由{where}继续办理，对方应在{day}前办结；收到编号和结果后登记。").format(
            where=where, day=date_words(referral.due_on)
        )
    return _("由{where}继续办理；收到编号和结果后登记。").format(where=where)


def _turned_away(dispute: Dispute, *, owner, caller) -> str:
    if not dispute.right_path:
        return _("已告知不予受理，不再办理。")
    return _("已告知不予受理，可以走{path}。不再办理。").format(path=dispute.get_right_path_display())


def _closed(dispute: Dispute, *, owner, caller) -> str:
    last = add_workdays(calendar_for(), dispute.case.closed_on, ARCHIVE_WITHIN)
    return _("已经结案。审核人在{day}前核对卷宗并归档；有反复的可以重新办理。").format(day=date_words(last))


_OF_THE_ROWS = {
    State.NOT_ACCEPTED: _turned_away,
    State.AGREED_WRITTEN: _agreed,
    State.AGREED_ORAL: _agreed,
    State.CONFIRM_APPLIED: _at_court,
    State.CONFIRMED: _confirmed,
    State.CONFIRM_REJECTED: _not_confirmed,
    State.PERFORMING: _performing,
    State.DEFAULTED: _defaulted,
    State.REDIRECTED: _redirected,
    State.CLOSED: _closed,
}
