from deeds.models.backlog import DeedProject, DeedProjectQuerySet, ProjectMove
from deeds.models.buildings import BuildingProgress, BuildingStage, HousingBuilding, Milestone
from deeds.models.bulletins import Bulletin, Purchaser, PurchaserQuestion
from deeds.models.cutoffs import BacklogCutoff
from deeds.models.desk import DeskAppointment, DeskSession, DeskStamp
from deeds.models.entitled import EntitledPerson
from deeds.models.funds import FundReport, Payout
from deeds.models.handing_over import HousingDelivery, HousingRisk
from deeds.models.home_steps import HomeChange, HomeStep
from deeds.models.homes import DeedBuilding, Home, HomeQuerySet
from deeds.models.housing import HousingPermit, HousingProject, HousingProjectQuerySet, WeeklyProgress
from deeds.models.obstacles import ProjectObstacle
from deeds.models.plans import ProjectPlan
from deeds.models.undertakings import Undertaking

__all__ = [
    "BacklogCutoff",
    "BuildingProgress",
    "BuildingStage",
    "Bulletin",
    "DeedBuilding",
    "DeedProject",
    "DeedProjectQuerySet",
    "DeskAppointment",
    "DeskSession",
    "DeskStamp",
    "EntitledPerson",
    "FundReport",
    "Home",
    "HomeChange",
    "HomeQuerySet",
    "HomeStep",
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
    "ProjectPlan",
    "Purchaser",
    "PurchaserQuestion",
    "Undertaking",
    "WeeklyProgress",
]
