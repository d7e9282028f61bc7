from grids.models.eligibility import EligibilityHint, EligibilityRule
from grids.models.errands import Errand, ErrandConsent, ErrandMaterial
from grids.models.roster import CareTag, Household, Resident
from grids.models.services import ServiceItem, ServiceMaterial
from grids.models.territory import BuildingGroup, Compound, Grid, GridSizeRule
from grids.models.visits import NeedRequest, Visit, VisitConflict
from grids.models.workers import GridWorker

__all__ = [
    "BuildingGroup",
    "CareTag",
    "Compound",
    "EligibilityHint",
    "EligibilityRule",
    "Errand",
    "ErrandConsent",
    "ErrandMaterial",
    "Grid",
    "GridSizeRule",
    "GridWorker",
    "Household",
    "NeedRequest",
    "Resident",
    "ServiceItem",
    "ServiceMaterial",
    "Visit",
    "VisitConflict",
]
