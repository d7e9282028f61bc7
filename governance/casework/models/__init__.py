from governance.casework.models.case import NO_CLOCK, Case, CaseCounter, CaseQuerySet
from governance.casework.models.clock import CalendarDay, DeadlineRule, RuleSet, RuleSetInForce
from governance.casework.models.extension import Extension
from governance.casework.models.orders import WorkOrder
from governance.casework.models.supervision import Supervision, WarningLetter
from governance.casework.models.timeline import CaseAction, KeptSubmission

__all__ = [
    "NO_CLOCK",
    "CalendarDay",
    "Case",
    "CaseAction",
    "CaseCounter",
    "CaseQuerySet",
    "DeadlineRule",
    "Extension",
    "KeptSubmission",
    "RuleSet",
    "RuleSetInForce",
    "Supervision",
    "WarningLetter",
    "WorkOrder",
]
