from grids.models.roster import CareTag, Household, Resident
from grids.models.territory import BuildingGroup, Compound, Grid, GridSizeRule
from grids.models.visits import NeedRequest, Visit, VisitConflict
from grids.models.workers import GridWorker

__all__ = [
    "BuildingGroup",
    "CareTag",
    "Compound",
    "Grid",
    "GridSizeRule",
    "GridWorker",
    "Household",
    "NeedRequest",
    "Resident",
    "Visit",
    "VisitConflict",
]
