from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.areas.actions import keep_map, use_map, withdraw_map
from governance.areas.enums import Right
from governance.areas.filters import AreaListFilter, BoundaryMapFilter
from governance.areas.models import Area, BoundaryMap
from governance.areas.outlines import outlines_answer
from governance.areas.serializers import AreaSerializer, BoundaryMapSerializer, MapUploadSerializer
from governance.areas.tables import AREAS, BOUNDARY_MAPS
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


class BoundaryMapViewSet(ScopedViewSet):
    """Maps of areas' children as uploaded: one of an area is in force, or none (示意图)."""

    queryset = BoundaryMap.objects.for_list()
    required_right = Right.VIEW
    action_rights = {"create": Right.MANAGE, "use": Right.MANAGE, "withdraw": Right.MANAGE}
    lookup_value_regex = "[0-9]{1,18}"
    serializer_class = BoundaryMapSerializer
    filterset_class = BoundaryMapFilter
    layout = BOUNDARY_MAPS

    @extend_schema(
        operation_id="area_maps_upload", request=MapUploadSerializer, responses={201: BoundaryMapSerializer}
    )
    def create(self, request):
        """Upload a map and draw by it from now on. 400 names everything that is wrong with it."""
        said = self.read(MapUploadSerializer)
        area = get_object_or_404(Area.objects.for_user(request.user), code=said.pop("area"))
        boundary = keep_map(area, by=request.user, **said)
        return Response(self.get_queryset().values(*self.columns).get(pk=boundary.pk), status=201)

    @extend_schema(
        operation_id="area_maps_outlines", responses={(200, "application/json"): OpenApiTypes.OBJECT}
    )
    @action(detail=True)
    def outlines(self, request, pk=None):
        """The outlines as GeoJSON with an ETag: 304 for who has them."""
        return outlines_answer(request, self._found(request, pk))

    @extend_schema(operation_id="area_maps_use", request=None, responses=BoundaryMapSerializer)
    @action(detail=True, methods=["post"])
    def use(self, request, pk=None):
        """Draw by an earlier map again."""
        use_map(self._found(request, pk), by=request.user)
        return self.retrieve(request, pk=pk)

    @extend_schema(operation_id="area_maps_withdraw", request=None, responses=BoundaryMapSerializer)
    @action(detail=True, methods=["post"])
    def withdraw(self, request, pk=None):
        """Show the area's children as tiles again (示意图), whichever of its maps was in force."""
        withdraw_map(self._found(request, pk).area, by=request.user)
        return self.retrieve(request, pk=pk)

    def _found(self, request, pk):
        return get_object_or_404(BoundaryMap.objects.for_user(request.user).select_related("area"), pk=pk)


ROUTES = [("areas", AreaViewSet, "area"), ("area-maps", BoundaryMapViewSet, "area-map")]
