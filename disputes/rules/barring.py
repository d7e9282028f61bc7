from django.utils.translation import gettext as _

from disputes.enums.rights import Right
from disputes.states import DisputeState
from governance.casework.models import Case
from governance.kernel.lifecycle import Step

_DECIDING = ("grant_extension", "refuse_extension")


def is_above(user, case: Case) -> bool:
    """Whether the person may approve in an area above that of the office which has the case."""
    owner = (case.owner_area or case.area).code
    codes = [reach.code for reach in user.reaches(Right.APPROVE)]
    return any(owner.startswith(code) and len(code) < len(owner) for code in codes)


def barred(case: Case, step: Step, user) -> str:
    """Who of those with the right may take a step: what is joint goes on jointly, a superior decides on more time."""
    if case.state == DisputeState.SUSPENDED:
        return _other_way_back(case, step)
    if step.name in _DECIDING and not is_above(user, case):
        return _("延期由承办单位的上级批准，请交上级办理。")
    return ""


def _other_way_back(case: Case, step: Step) -> str:
    if step.name == "resume" and case.is_joint:
        return _("这件纠纷在联调，请用「恢复联调」。")
    if step.name == "resume_jointly" and not case.is_joint:
        return _("这件纠纷没有联调，请用「恢复」。")
    return ""
