from deeds.models.backlog import (
    DeedProject,
    DeedProjectQuerySet,
    Home,
    HomeQuerySet,
    ProjectMove,
    ProjectObstacle,
)
from deeds.models.buildings import BuildingProgress, BuildingStage, HousingBuilding, Milestone
from deeds.models.bulletins import Bulletin, Purchaser, PurchaserQuestion
from deeds.models.desk import DeskAppointment, DeskSession, DeskStamp
from deeds.models.funds import FundReport, Payout
from deeds.models.handing_over import HousingDelivery, HousingRisk
from deeds.models.housing import HousingPermit, HousingProject, HousingProjectQuerySet, WeeklyProgress

__all__ = [
    "BuildingProgress",
    "BuildingStage",
    "Bulletin",
    "DeedProject",
    "DeedProjectQuerySet",
    "DeskAppointment",
    "DeskSession",
    "DeskStamp",
    "FundReport",
    "Home",
    "HomeQuerySet",
    "HousingBuilding",
    "HousingDelivery",
    "HousingPermit",
    "HousingProject",
    "HousingProjectQuerySet",
    "HousingRisk",
    "Milestone",
    "Payout",
    "ProjectMove",
    "ProjectObstacle",
    "Purchaser",
    "PurchaserQuestion",
    "WeeklyProgress",
]
