from grids.models.advisers import Adviser, AdviserAssignment, AdviserDuty, AdviserRecord
from grids.models.communities import Community
from grids.models.council import CouncilAttendance, CouncilTopic
from grids.models.orgs import CommunityOrg, OrgActivity, OrgKind
from grids.models.roster import CareTag, Household, Resident
from grids.models.services import ServiceMember
from grids.models.standards import CommunityStandard
from grids.models.territory import BuildingGroup, Compound, Grid, GridSizeRule
from grids.models.visits import NeedRequest, Visit, VisitConflict
from grids.models.workers import GridWorker

__all__ = [
    "Adviser",
    "AdviserAssignment",
    "AdviserDuty",
    "AdviserRecord",
    "BuildingGroup",
    "CareTag",
    "Community",
    "CommunityOrg",
    "CommunityStandard",
    "Compound",
    "CouncilAttendance",
    "CouncilTopic",
    "Grid",
    "GridSizeRule",
    "GridWorker",
    "Household",
    "NeedRequest",
    "OrgActivity",
    "OrgKind",
    "Resident",
    "ServiceMember",
    "Visit",
    "VisitConflict",
]
