from governance.casework.models.case import NO_CLOCK, Case, CaseCounter, CaseQuerySet
from governance.casework.models.clock import CalendarDay, DeadlineRule, RuleSet, RuleSetInForce
from governance.casework.models.extension import Extension
from governance.casework.models.supervision import Supervision, WarningLetter
from governance.casework.models.timeline import CaseAction, CaseHelper, KeptSubmission

__all__ = [
    "NO_CLOCK",
    "CalendarDay",
    "Case",
    "CaseAction",
    "CaseCounter",
    "CaseHelper",
    "CaseQuerySet",
    "DeadlineRule",
    "Extension",
    "KeptSubmission",
    "RuleSet",
    "RuleSetInForce",
    "Supervision",
    "WarningLetter",
]
