from deeds import tables
from deeds.api import backlog, homes
from deeds.enums import Right
from deeds.filters import HousingProjectFilter
from deeds.models import HousingProject
from deeds.serializers import HousingProjectSerializer
from governance.kernel.api import ScopedViewSet

BY_ID = "[0-9]{1,18}"


class HousingProjectViewSet(ScopedViewSet):
    queryset = HousingProject.objects.for_list()
    required_right = Right.VIEW
    lookup_value_regex = BY_ID
    serializer_class = HousingProjectSerializer
    filterset_class = HousingProjectFilter
    order = ("area_code", "id")
    layout = tables.HOUSING


ROUTES = [
    *backlog.ROUTES,
    *homes.ROUTES,
    ("housing-projects", HousingProjectViewSet, "housing-project"),
]
