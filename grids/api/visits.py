from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.kernel.api import ScopedViewSet
from governance.kernel.pages import demand
from grids.actions.needs import decline_need, solve_need, withdraw_need
from grids.actions.visits import log_visit
from grids.api.sync import Places, receive_each
from grids.enums.rights import Right
from grids.filters.visits import NeedFilter, VisitFilter
from grids.models import NeedRequest, Visit
from grids.serializers.pocket import SyncIn, SyncOut
from grids.serializers.visits import NeedSerializer, NoteIn, ReceiptSerializer, VisitIn, VisitSerializer
from grids.tables.visits import NEEDS, VISITS


class VisitViewSet(ScopedViewSet):
    queryset = Visit.objects.for_list()
    required_right = Right.VIEW
    action_rights = {"create": Right.VISIT, "sync": Right.VISIT}
    serializer_class = VisitSerializer
    filterset_class = VisitFilter
    layout = VISITS
    order = ("-visited_on", "-id")

    @extend_schema(request=VisitIn, responses={201: ReceiptSerializer, 200: ReceiptSerializer})
    def create(self, request):
        """Log a visit: 201 the first time, 200 with the same receipt again, 409 for other content."""
        sent = VisitIn(data=request.data)
        sent.is_valid(raise_exception=True)
        content = dict(sent.validated_data)
        receipt = log_visit(request.user, by=request.user, **Places(request.user, [content]).put(content))
        return Response(ReceiptSerializer(receipt.visit).data, status=201 if receipt.is_new else 200)

    @extend_schema(request=SyncIn, responses=SyncOut)
    @action(detail=False, methods=["post"])
    def sync(self, request):
        """Log what a phone wrote without a signal: up to 200 contents, one result for each, in order.

        Each content is kept or not by itself, and an answer comes only after all that it calls received is
        safe. `received` and `already` may be deleted on the phone; `kept` was received with other content
        before, and both versions wait for review; `refused` and `invalid` stay on the phone to be mended.
        """
        sent = SyncIn(data=request.data)
        sent.is_valid(raise_exception=True)
        return Response({"results": receive_each(request.user, sent.validated_data["visits"])})


class NeedViewSet(ScopedViewSet):
    queryset = NeedRequest.objects.for_list()
    required_right = Right.VIEW
    action_rights = {"solve": Right.VISIT, "decline": Right.VISIT, "withdraw": Right.VISIT}
    serializer_class = NeedSerializer
    filterset_class = NeedFilter
    layout = NEEDS
    order = ("-opened_on", "-id")

    @extend_schema(request=NoteIn, responses=NeedSerializer)
    @action(detail=True, methods=["post"])
    def solve(self, request, pk):
        return self._close(request, pk, solve_need)

    @extend_schema(request=NoteIn, responses=NeedSerializer)
    @action(detail=True, methods=["post"])
    def decline(self, request, pk):
        return self._close(request, pk, decline_need)

    @extend_schema(request=NoteIn, responses=NeedSerializer)
    @action(detail=True, methods=["post"])
    def withdraw(self, request, pk):
        return self._close(request, pk, withdraw_need)

    def _close(self, request, pk, verb) -> Response:
        need = get_object_or_404(self.get_queryset(), pk=pk)
        demand(request.user, Right.VISIT, need.area_code)
        sent = NoteIn(data=request.data)
        sent.is_valid(raise_exception=True)
        verb(need, by=request.user, note=sent.validated_data["note"])
        return self.retrieve(request, pk=pk)
