from django.urls import reverse
from django.utils.translation import gettext as _

from disputes.forms.base import StepForm
from disputes.forms.steps import STEP_FORMS
from disputes.models import Dispute
from disputes.presenting.court import COURT_LABELS
from disputes.states import DisputeState as State
from governance.casework import presenting as casework
from governance.casework.actions.extensions import extension_asked
from governance.casework.models import Case
from governance.kernel.lifecycle import open_steps

# Steps whose lack the step's own form makes good.
_FILLED_BY_FORM = {
    "decline", "assign", "open_joint", "agree_in_writing", "agree_orally", "fail", "redirect",
    "start_performance", "follow_up", "reopen",
}  # fmt: skip
_DECIDING = {"grant_extension", "refuse_extension"}


_TONES = {
    "late": "late",
    "return": "near",
    "decline": "late",
    "fail": "late",
    "close": "ok",
    "police": "late",
}


def what_next(case: Case) -> str:
    """Who does what next."""
    owner = case.owner_post or case.owner_area or case.area
    caller = case.follow_up_area or owner
    words = {
        State.REGISTERED: _("{owner}的纠纷，等待决定是否受理。"),
        State.ACCEPTED: _("已受理，等待分派承办岗位。"),
        State.RETURNED: _("承办岗位已退回，等待重新分派。"),
        State.ASSIGNED: _("{owner}联系双方，开始调解。"),
        State.MEDIATING: _("{owner}主持调解，达成协议或说明不成。"),
        State.SUSPENDED: _("计时已停。条件具备时由{owner}恢复调解。"),
        State.AGREED_WRITTEN: _("{caller}回访当事人，了解协议履行和满意度。"),
        State.AGREED_ORAL: _("{caller}回访当事人，了解协议履行和满意度。"),
        State.FAILED: _("{caller}回访当事人；当事人另走仲裁、诉讼的，导入其他渠道。"),
        State.REFUSED: _("{caller}回访当事人；当事人另走仲裁、诉讼的，导入其他渠道。"),
        State.FOLLOWED_UP: _("{owner}核对材料后结案；有反复的重新办理。"),
        State.NOT_ACCEPTED: _("已告知不予受理，不再办理。"),
        State.REDIRECTED: _("由对方渠道继续办理。"),
        State.CLOSED: _("已经结案。有反复的可以重新办理。"),
    }
    return words.get(case.state, "").format(owner=owner, caller=caller)


def state_tone(case: Case) -> str:
    if case.outcome == "resolved":
        return "ok"
    return "paused" if case.state in (State.SUSPENDED, State.NOT_ACCEPTED, State.REDIRECTED) else "primary"


def timeline(case: Case) -> list[dict]:
    """What was done so far, newest last."""
    labels = {"late": _("办结超期"), "help": _("邀请协办"), "note": _("记录"), **COURT_LABELS} | {
        "police": _("报告公安机关"),
        "parties": _("补录当事人"),
        "police_number": _("公安机关编号"),
        "minor": _("标明涉及未成年人"),
        "no_minor": _("改为不涉及未成年人"),
    }
    return casework.timeline(case, labels=labels | casework.OVERSIGHT, tones=_TONES)


def step_entries(
    dispute: Dispute, user, *, tried: StepForm | None = None, tried_step: str = ""
) -> list[dict]:
    """The steps open to the officer, each with its form and what is still lacking; `tried` is a form just refused."""
    case = dispute.case
    found = []
    asked = extension_asked(case) is not None
    for step in open_steps(case, user):
        if (step.name in _DECIDING and not asked) or (step.name == "ask_extension" and asked):
            continue
        form = STEP_FORMS.get(step.name, StepForm)
        missing = [] if step.name in _FILLED_BY_FORM else case.missing_to(step)
        filled = tried if step.name == tried_step else form(dispute=dispute, step=step, user=user)
        url = reverse("disputes:case_step", args=[case.number, step.name])
        found.append(
            {"step": step, "form": filled, "missing": missing, "open": step.name == tried_step, "url": url}
        )
    return found
