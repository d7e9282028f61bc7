from deeds.models.backlog import DeedProject, DeedProjectQuerySet, ProjectMove
from deeds.models.cutoffs import BacklogCutoff
from deeds.models.entitled import EntitledPerson
from deeds.models.home_steps import HomeChange, HomeStep
from deeds.models.homes import DeedBuilding, Home, HomeQuerySet
from deeds.models.housing import HousingProject, HousingProjectQuerySet, WeeklyProgress
from deeds.models.obstacles import ProjectObstacle
from deeds.models.plans import ProjectPlan
from deeds.models.undertakings import Undertaking

__all__ = [
    "BacklogCutoff",
    "DeedBuilding",
    "DeedProject",
    "DeedProjectQuerySet",
    "EntitledPerson",
    "Home",
    "HomeChange",
    "HomeQuerySet",
    "HomeStep",
    "HousingProject",
    "HousingProjectQuerySet",
    "ProjectMove",
    "ProjectObstacle",
    "ProjectPlan",
    "Undertaking",
    "WeeklyProgress",
]
