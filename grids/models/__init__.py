from grids.models.advisers import Adviser, AdviserAssignment, AdviserDuty, AdviserRecord
from grids.models.body_posts import BodyPost
from grids.models.campaigns import Campaign
from grids.models.communities import Community
from grids.models.council import CouncilAttendance, CouncilTopic
from grids.models.duplicates import Duplicate, Merge
from grids.models.eligibility import EligibilityHint, EligibilityRule
from grids.models.errands import Errand, ErrandConsent, ErrandMaterial
from grids.models.events import Event, EventCategory, EventReporter
from grids.models.orgs import CommunityOrg, OrgActivity, OrgKind
from grids.models.public import PrivacyNotice, PublicCode, PublicTry
from grids.models.resident_reports import ResidentReport
from grids.models.rhythms import RhythmChoice, RhythmRule
from grids.models.roster import CareTag, Household, Resident
from grids.models.service_items import ServiceItem, ServiceMaterial
from grids.models.service_team import ServiceMember
from grids.models.standards import CommunityStandard
from grids.models.suggestions import Suggestion, SuggestionEntry
from grids.models.territory import BuildingGroup, Compound, Grid, GridSizeRule
from grids.models.verifications import JointVerification, VerificationParticipant
from grids.models.visits import NeedRequest, Visit, VisitConflict
from grids.models.workers import GridWorker, TeamMember
from grids.models.worklist import WorkListException, WorkListItem

__all__ = [
    "Adviser",
    "AdviserAssignment",
    "AdviserDuty",
    "AdviserRecord",
    "BodyPost",
    "BuildingGroup",
    "Campaign",
    "CareTag",
    "Community",
    "CommunityOrg",
    "CommunityStandard",
    "Compound",
    "CouncilAttendance",
    "CouncilTopic",
    "Duplicate",
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
    "Merge",
    "NeedRequest",
    "OrgActivity",
    "OrgKind",
    "PrivacyNotice",
    "PublicCode",
    "PublicTry",
    "Resident",
    "ResidentReport",
    "RhythmChoice",
    "RhythmRule",
    "ServiceItem",
    "ServiceMaterial",
    "ServiceMember",
    "Suggestion",
    "SuggestionEntry",
    "TeamMember",
    "VerificationParticipant",
    "Visit",
    "VisitConflict",
    "WorkListException",
    "WorkListItem",
]
