from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import exceptions
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.areas.enums import Level
from governance.areas.models import Area
from governance.kernel.days import today
from governance.kernel.scope import demand
from governance.party.enums import Right
from grids.actions.body_posts import end_post, take_post
from grids.api.territory import DatedViewSet
from grids.filters.body_posts import BodyPostFilter
from grids.models import BodyPost
from grids.serializers.body_posts import BodyPostEndInput, BodyPostInput, BodyPostSerializer
from grids.tables.body_posts import BODY_POSTS


class BodyPostViewSet(DatedViewSet):
    """Posts in the bodies of communities and compounds on `as_of`, masked; a single one is a post of today."""

    queryset = BodyPost.objects.all()
    required_right = Right.VIEW
    action_rights = {"create": Right.MANAGE, "end": Right.MANAGE}
    serializer_class = BodyPostSerializer
    filterset_class = BodyPostFilter
    layout = BODY_POSTS
    order = ("area_code", "id")

    @extend_schema(request=BodyPostInput, responses={201: BodyPostSerializer})
    def create(self, request):
        """Enter a post from a day on."""
        code = str(request.data.get("area", ""))
        given = self.read(BodyPostInput, context={"code": code})
        areas = Area.objects.for_user(request.user).open().filter(level=Level.COMMUNITY)
        community = get_object_or_404(areas, code=given.pop("area"))
        demand(request.user, Right.MANAGE, community.code)
        try:
            post = take_post(community, by=request.user, **given)
        except ValidationError as invalid:
            raise exceptions.ValidationError({"non_field_errors": invalid.messages}) from invalid
        day = max(given["on"], today())
        rows = BodyPost.objects.for_user(request.user).filter(pk=post.pk)
        row = rows.for_list(day).values(*self.columns).get()
        return Response(row, status=201)

    @extend_schema(request=BodyPostEndInput, responses={204: None})
    @action(detail=True, methods=["post"])
    def end(self, request, pk=None):
        """Let a post end; the office is told when a cross-post goes with it."""
        post = get_object_or_404(BodyPost.objects.for_user(request.user), pk=pk)
        demand(request.user, Right.MANAGE, post.area_code)
        end_post(post, by=request.user, **self.read(BodyPostEndInput))
        return Response(status=204)
