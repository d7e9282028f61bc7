from django.utils.translation import gettext_lazy as _

from governance.casework.enums import Kind
from governance.casework.kinds import CaseKind
from grids.enums.events import EventGrade
from grids.enums.rights import EventRight
from grids.models import EventReporter
from grids.presenting.event_progress import progress_of
from grids.rules.events import barred
from grids.rules.worklist import keeps_from
from grids.states.events import EVENT_STEPS, EventState


def phones_of(case) -> list[str]:
    """The telephones reporters left: their last digits open the public page of the event, and are shown nowhere."""
    rows = EventReporter.objects.filter(event_id=case.pk).exclude(phone_sealed="")
    return [reporter.open_value("phone") for reporter in rows]


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
    phones=phones_of,
    complexity=lambda case: str(case.event.grade),
    complexities=tuple((str(value), label) for value, label in EventGrade.choices),
    keeps_from=keeps_from,
)
