"""Walls over REST: put one up, see which are in use, end one."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.kernel.api import ScopedViewSet
from governance.statistics.enums import Right as FigureRight
from governance.walls.actions import open_wall, revoke_wall
from governance.walls.choices import areas_for, usual_mapped, usual_tiles
from governance.walls.enums import Right
from governance.walls.filters import WallFilter
from governance.walls.models import Wall
from governance.walls.serializers import OpenedWallSerializer, WallOpenSerializer, WallSerializer
from governance.walls.tables import WALLS


class WallViewSet(ScopedViewSet):
    """Screens that show figures without a log-in. Their addresses are told once and kept nowhere."""

    queryset = Wall.objects.for_list()
    required_right = FigureRight.VIEW
    action_rights = {"create": Right.OPEN, "revoke": Right.OPEN}
    lookup_value_regex = "[0-9]{1,18}"
    serializer_class = WallSerializer
    filterset_class = WallFilter
    layout = WALLS

    @extend_schema(
        operation_id="walls_open", request=WallOpenSerializer, responses={201: OpenedWallSerializer}
    )
    def create(self, request):
        """Put up a wall; 404 for an area that is not yours to show, 409 for indicators or days that will not do."""
        said = {"tiles": usual_tiles(), "mapped": usual_mapped()} | self.read(WallOpenSerializer)
        area = areas_for(request.user).filter(code=said.pop("area")).first()
        if area is None:
            raise Http404
        wall, secret = open_wall(area, by=request.user, **said)
        address = request.build_absolute_uri(reverse("wall:show", args=[secret]))
        return Response({"id": wall.pk, "address": address}, status=201)

    @extend_schema(operation_id="walls_revoke", request=None, responses=WallSerializer)
    @action(detail=True, methods=["post"])
    def revoke(self, request, pk=None):
        """End a wall at once; 409 when it has ended already."""
        revoke_wall(get_object_or_404(Wall.objects.for_user(request.user), pk=pk), by=request.user)
        return self.retrieve(request, pk=pk)


ROUTES = [("walls", WallViewSet, "wall")]
