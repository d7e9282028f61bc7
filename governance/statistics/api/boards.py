"""Boards one keeps, over REST: one's own alone."""

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.kernel.days import today
from governance.statistics.actions import drop_view, save_view
from governance.statistics.enums import Right
from governance.statistics.models import BoardView
from governance.statistics.questions import find_area, refuse_unknown
from governance.statistics.serializers.boards import BoardViewInput, BoardViewSerializer


class BoardViewViewSet(viewsets.GenericViewSet):
    """The boards the client keeps; those of others do not exist for it."""

    queryset = BoardView.objects.select_related("area")
    required_right = Right.VIEW
    serializer_class = BoardViewSerializer
    pagination_class = None
    filter_backends = ()
    lookup_value_regex = "[0-9]{1,18}"

    def get_queryset(self):
        return super().get_queryset().filter(person=self.request.user)

    @extend_schema(responses=BoardViewSerializer(many=True))
    def list(self, request):
        """All of them, at most twenty."""
        refuse_unknown(request.query_params, {"format"})
        return Response(BoardViewSerializer(self.get_queryset(), many=True).data)

    def retrieve(self, request, pk=None):
        """One of them."""
        return Response(BoardViewSerializer(self._find(pk)).data)

    @extend_schema(request=BoardViewInput, responses={201: BoardViewSerializer})
    def create(self, request):
        """Keep a board under a name."""
        return Response(BoardViewSerializer(self._save(None)).data, status=201)

    @extend_schema(request=BoardViewInput, responses=BoardViewSerializer)
    @action(detail=True, methods=["post"])
    def change(self, request, pk=None):
        """Change it; what is left out takes its default."""
        return Response(BoardViewSerializer(self._save(self._find(pk))).data)

    @extend_schema(request=None, responses={204: OpenApiResponse(description="It is gone.")})
    @action(detail=True, methods=["post"])
    def drop(self, request, pk=None):
        """Delete it."""
        drop_view(self._find(pk), by=request.user)
        return Response(status=204)

    def _find(self, pk) -> BoardView:
        return get_object_or_404(self.get_queryset(), pk=pk)

    def _save(self, view: BoardView | None) -> BoardView:
        said = BoardViewInput(data=self.request.data)
        said.is_valid(raise_exception=True)
        given = dict(said.validated_data)
        area = find_area(given.pop("area"), self.request.user, today())
        return save_view(view, by=self.request.user, area=area, **given)
