from governance.areas.models.bound import AreaBound
from governance.areas.models.boundaries import BoundaryMap
from governance.areas.models.history import Ancestry, AreaCode, AreaKeeper, AreaName, AreaParent
from governance.areas.models.tree import Area, AreaLevel, AreaQuerySet

__all__ = [
    "Ancestry",
    "Area",
    "AreaBound",
    "AreaCode",
    "AreaKeeper",
    "AreaLevel",
    "AreaName",
    "AreaParent",
    "AreaQuerySet",
    "BoundaryMap",
]
