from governance.dispatch.models.actions import ActionItem, ActionMove, CoOffice
from governance.dispatch.models.briefs import Brief, BriefTemplate
from governance.dispatch.models.corrections import Correction, FigureChange
from governance.dispatch.models.cycles import Cycle, CycleItem
from governance.dispatch.models.deliveries import ChannelStop, Delivery
from governance.dispatch.models.ladders import LadderChange, LadderStep
from governance.dispatch.models.meetings import AgendaPoint, Attendance, CorrectionNote, PresetPoint
from governance.dispatch.models.notices import Notice
from governance.dispatch.models.preferences import ContactAddress, NoticeChoice, NoticeHours, NoticeKind
from governance.dispatch.models.reports import ReportFigure
from governance.dispatch.models.rules import CycleRule
from governance.dispatch.models.runs import CycleRun
from governance.dispatch.models.visits import SupervisionVisit, VisitCheck
from governance.dispatch.models.webhooks import HookDelivery, Webhook

__all__ = [
    "ActionItem",
    "ActionMove",
    "AgendaPoint",
    "Attendance",
    "Brief",
    "BriefTemplate",
    "ChannelStop",
    "CoOffice",
    "ContactAddress",
    "Correction",
    "CorrectionNote",
    "Cycle",
    "CycleItem",
    "CycleRule",
    "CycleRun",
    "Delivery",
    "FigureChange",
    "HookDelivery",
    "LadderChange",
    "LadderStep",
    "Notice",
    "NoticeChoice",
    "NoticeHours",
    "NoticeKind",
    "PresetPoint",
    "ReportFigure",
    "SupervisionVisit",
    "VisitCheck",
    "Webhook",
]
