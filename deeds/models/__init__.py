from deeds.models.backlog import (
    DeedProject,
    DeedProjectQuerySet,
    Home,
    HomeQuerySet,
    ProjectMove,
    ProjectObstacle,
)
from deeds.models.housing import HousingProject, HousingProjectQuerySet, WeeklyProgress

__all__ = [
    "DeedProject",
    "DeedProjectQuerySet",
    "Home",
    "HomeQuerySet",
    "HousingProject",
    "HousingProjectQuerySet",
    "ProjectMove",
    "ProjectObstacle",
    "WeeklyProgress",
]
