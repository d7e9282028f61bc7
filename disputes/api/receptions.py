from disputes.enums.rights import Right
from disputes.filters.receptions import MatterFilter, ReceptionFilter
from disputes.models import Matter, Reception
from disputes.serializers.receptions import MatterSerializer, ReceptionSerializer
from disputes.tables.receptions import MATTERS, RECEPTIONS
from governance.kernel.api import ScopedViewSet


class ReceptionViewSet(ScopedViewSet):
    """Visits to the centres."""

    queryset = Reception.objects.for_list()
    required_right = Right.VIEW
    serializer_class = ReceptionSerializer
    filterset_class = ReceptionFilter
    layout = RECEPTIONS


class MatterViewSet(ScopedViewSet):
    """What visitors raised."""

    queryset = Matter.objects.for_list()
    required_right = Right.VIEW
    serializer_class = MatterSerializer
    filterset_class = MatterFilter
    layout = MATTERS
