from django.utils.translation import gettext_lazy as _

from governance.casework.enums import Kind
from governance.casework.kinds import CaseKind
from grids.enums.rights import EventRight
from grids.presenting.event_progress import progress_of
from grids.rules.events import barred
from grids.states.events import EVENT_STEPS, EventState

EVENT = CaseKind(
    kind=Kind.EVENT,
    states=EventState,
    steps=EVENT_STEPS,
    detail="event",
    detail_page="grids:event_detail",
    step_page="grids:event_step",
    register_page="grids:event_report",
    register_label=_("上报事件"),
    register_right=EventRight.REPORT,
    quick=frozenset({"accept", "start", "resume", "check", "close"}),
    barred=barred,
    progress=progress_of,
)
