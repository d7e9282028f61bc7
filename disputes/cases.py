"""What a dispute brings along to the one queue."""

from disputes.states import STEPS, DisputeState
from governance.casework.enums import Kind
from governance.casework.kinds import CaseKind

DISPUTE = CaseKind(
    kind=Kind.DISPUTE,
    states=DisputeState,
    steps=STEPS,
    detail="dispute",
    detail_page="disputes:case_detail",
    step_page="disputes:case_step",
    quick=frozenset({"accept", "start_mediation", "resume", "close"}),
)
