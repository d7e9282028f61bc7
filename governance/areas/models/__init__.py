from governance.areas.models.bound import AreaBound
from governance.areas.models.boundaries import BoundaryMap
from governance.areas.models.history import Ancestry, AreaCode, AreaName, AreaParent
from governance.areas.models.tree import Area, AreaLevel, AreaQuerySet

__all__ = [
    "Ancestry",
    "Area",
    "AreaBound",
    "AreaCode",
    "AreaLevel",
    "AreaName",
    "AreaParent",
    "AreaQuerySet",
    "BoundaryMap",
]
