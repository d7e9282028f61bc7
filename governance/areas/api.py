from governance.areas.enums import Right
from governance.areas.filters import AreaListFilter
from governance.areas.models import Area
from governance.areas.serializers import AreaSerializer
from governance.areas.tables import AREAS
from governance.kernel.api import ScopedViewSet


class AreaViewSet(ScopedViewSet):
    """Areas of the client's scope: open ones, or those of the day `on`; one area by its present code."""

    queryset = Area.objects.for_list()
    required_right = Right.VIEW
    serializer_class = AreaSerializer
    filterset_class = AreaListFilter
    order = ("code",)
    layout = AREAS
    lookup_field = "code"
    lookup_value_regex = "[0-9]+"


ROUTES = [("areas", AreaViewSet, "area")]
