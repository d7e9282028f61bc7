"""How a dispute is judged and overseen, for its page."""

from disputes.enums.rights import Right
from disputes.forms.judging import JudgeForm
from disputes.models import Dispute
from governance.casework.presenting.clock import clock_words
from governance.casework.presenting.supervision import case_supervision


def oversight(dispute: Dispute, user) -> dict:
    """What the clock does next, 督办 and letters, the leading official, extensions, and the forms open now."""
    case = dispute.case
    may_judge = not case.outcome and case.closed_on is None and user.may(Right.MEDIATE, case.area_code)
    return {
        "oversight": case_supervision(case, user),
        "clock_words": clock_words(case),
        "extensions": case.extensions.all(),
        "judge_form": JudgeForm(dispute=dispute) if may_judge else None,
    }
