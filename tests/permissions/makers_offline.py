from governance.areas.models import Area
from grids.models import VisitConflict
from tests.factories.offline import make_conflict
from tests.permissions.makers import household


def conflict(area: Area) -> VisitConflict:
    return make_conflict(household(area))
