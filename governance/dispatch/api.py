from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.dispatch import tables
from governance.dispatch.enums import Right
from governance.dispatch.filters import CycleFilter
from governance.dispatch.models import Cycle
from governance.dispatch.serializers import CycleItemSerializer, CycleSerializer
from governance.kernel.api import ScopedViewSet


class CycleViewSet(ScopedViewSet):
    queryset = Cycle.objects.for_list()
    required_right = Right.VIEW
    lookup_value_regex = "[0-9]{1,18}"
    serializer_class = CycleSerializer
    filterset_class = CycleFilter
    order = ("-due_on", "area_code", "-id")
    layout = tables.CYCLES

    @extend_schema(responses={200: CycleItemSerializer(many=True)})
    @action(detail=True, methods=["get"])
    def items(self, request, pk):
        """What was late on the day of the cycle, carried things first."""
        cycle = get_object_or_404(self.get_queryset(), pk=pk)
        return Response(list(cycle.items.values(*CycleItemSerializer.Meta.fields)))


ROUTES = [("dispatch-cycles", CycleViewSet, "dispatch-cycle")]
