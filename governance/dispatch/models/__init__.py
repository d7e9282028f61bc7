from governance.dispatch.models.actions import ActionItem, ActionMove
from governance.dispatch.models.briefs import Brief, BriefTemplate
from governance.dispatch.models.cycles import Cycle, CycleItem
from governance.dispatch.models.deliveries import ChannelStop, Delivery
from governance.dispatch.models.meetings import AgendaPoint, Attendance, CorrectionNote, PresetPoint
from governance.dispatch.models.notices import Notice
from governance.dispatch.models.preferences import ContactAddress, NoticeChoice, NoticeHours, NoticeKind
from governance.dispatch.models.rules import CycleRule
from governance.dispatch.models.runs import CycleRun
from governance.dispatch.models.visits import SupervisionVisit, VisitCheck

__all__ = [
    "ActionItem",
    "ActionMove",
    "AgendaPoint",
    "Attendance",
    "Brief",
    "BriefTemplate",
    "ChannelStop",
    "ContactAddress",
    "CorrectionNote",
    "Cycle",
    "CycleItem",
    "CycleRule",
    "CycleRun",
    "Delivery",
    "Notice",
    "NoticeChoice",
    "NoticeHours",
    "NoticeKind",
    "PresetPoint",
    "SupervisionVisit",
    "VisitCheck",
]
