"""What a rectification brings along to the one queue."""

from governance.casework.enums import Kind
from governance.casework.kinds import CaseKind
from property.enums.assessment import AssessmentRight
from property.states.assessment import RECTIFICATION_STEPS, RectificationState

RECTIFICATION = CaseKind(
    kind=Kind.PROPERTY,
    states=RectificationState,
    steps=RECTIFICATION_STEPS,
    detail="rectification",
    detail_page="property:rectification_detail",
    step_page="property:rectification_step",
    view_right=AssessmentRight.VIEW,
    quick=frozenset({"accept"}),
)
