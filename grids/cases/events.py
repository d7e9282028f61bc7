from governance.casework.enums import Kind
from governance.casework.kinds import CaseKind
from grids.rules.events import barred
from grids.states.events import EVENT_STEPS, EventState

EVENT = CaseKind(
    kind=Kind.EVENT,
    states=EventState,
    steps=EVENT_STEPS,
    detail="event",
    detail_page="grids:event_detail",
    step_page="grids:event_step",
    quick=frozenset({"self_handle", "accept", "start", "resume", "check", "close"}),
    barred=barred,
)
