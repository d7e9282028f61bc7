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
    "confirm": "ok",
    "perform": "ok",
    "default": "late",
    "reject_confirmation": "late",
    "obligation.perform": "ok",
    "police": "late",
}


_STATE_TONES = {
    State.SUSPENDED: "paused", State.NOT_ACCEPTED: "paused", State.REDIRECTED: "paused",
    State.DEFAULTED: "late", State.CONFIRM_REJECTED: "near",
}  # fmt: skip


def state_tone(case: Case) -> str:
    if case.state in _STATE_TONES:
        return _STATE_TONES[case.state]
    return "ok" if case.outcome == "resolved" else "primary"


def timeline(case: Case) -> list[dict]:
    """What was done so far, newest last."""
    labels = {"late": _("办结超期"), "help": _("邀请协办"), "note": _("记录"), **COURT_LABELS} | {
        "draft": _("起草协议"),
        "sitting": _("登记一次调解"),
        "sitting_change": _("修改调解记录"),
        "obligation.perform": _("登记履行"),
        "obligation.release": _("登记不再履行"),
        "police": _("报告公安机关"),
        "alike": _("判断相似纠纷"),
        "parties": _("补录当事人"),
        "joint_task": _("交办任务"),
        "joint_opinion": _("联调意见"),
        "representatives": _("推选代表人"),
        "signatures": _("登记签名"),
        "results": _("登记各方结果"),
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
