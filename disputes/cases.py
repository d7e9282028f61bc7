"""What a dispute brings along to the one queue."""

from django.utils.translation import gettext_lazy as _

from disputes.enums.disputes import Complexity
from disputes.enums.rights import Right
from disputes.presenting.progress import outlook_of, procedure_of, progress_of
from disputes.rules.barring import barred
from disputes.rules.leading import keeps_from
from disputes.states import STEPS, DisputeState
from governance.casework.enums import Kind
from governance.casework.kinds import CaseKind


def phones_of(case) -> list[str]:
    """The telephones of the parties: their last digits open the public page of the case, and are shown nowhere."""
    return [party.open_value("phone") for party in case.dispute.parties.exclude(phone_sealed="")]


DISPUTE = CaseKind(
    kind=Kind.DISPUTE,
    states=DisputeState,
    steps=STEPS,
    detail="dispute",
    detail_page="disputes:case_detail",
    step_page="disputes:case_step",
    register_page="disputes:case_register",
    register_label=_("登记纠纷"),
    register_right=Right.REGISTER,
    quick=frozenset({"accept", "start_mediation", "resume", "resume_jointly", "perform", "close", "archive"}),
    unassigned=frozenset({DisputeState.ACCEPTED, DisputeState.RETURNED}),
    barred=barred,
    restricted_right=Right.RESTRICTED,
    phones=phones_of,
    progress=progress_of,
    procedure=procedure_of,
    outlook=outlook_of,
    complexity=lambda case: case.dispute.complexity,
    complexities=tuple(Complexity.choices),
    keeps_from=keeps_from,
)
