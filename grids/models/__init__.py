from grids.models.campaigns import Campaign
from grids.models.eligibility import EligibilityHint, EligibilityRule
from grids.models.errands import Errand, ErrandConsent, ErrandMaterial
from grids.models.events import Event, EventCategory, EventReporter
from grids.models.rhythms import RhythmChoice, RhythmRule
from grids.models.roster import CareTag, Household, Resident
from grids.models.service_items import ServiceItem, ServiceMaterial
from grids.models.territory import BuildingGroup, Compound, Grid, GridSizeRule
from grids.models.verifications import JointVerification, VerificationParticipant
from grids.models.visits import NeedRequest, Visit, VisitConflict
from grids.models.workers import GridWorker, TeamMember
from grids.models.worklist import WorkListException, WorkListItem

__all__ = [
    "BuildingGroup",
    "Campaign",
    "CareTag",
    "Compound",
    "EligibilityHint",
    "EligibilityRule",
    "Errand",
    "ErrandConsent",
    "ErrandMaterial",
    "Event",
    "EventCategory",
    "EventReporter",
    "Grid",
    "GridSizeRule",
    "GridWorker",
    "Household",
    "JointVerification",
    "NeedRequest",
    "Resident",
    "RhythmChoice",
    "RhythmRule",
    "ServiceItem",
    "ServiceMaterial",
    "TeamMember",
    "VerificationParticipant",
    "Visit",
    "VisitConflict",
    "WorkListException",
    "WorkListItem",
]
