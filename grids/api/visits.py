from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.areas.models import Area
from governance.kernel.api import ScopedViewSet
from governance.kernel.pages import demand
from grids.actions.needs import decline_need, solve_need, withdraw_need
from grids.actions.visits import log_visit
from grids.enums.rights import Right
from grids.filters.visits import NeedFilter, VisitFilter
from grids.models import Household, NeedRequest, Visit
from grids.rules.visits import may_visit
from grids.serializers.visits import NeedSerializer, NoteIn, ReceiptSerializer, VisitIn, VisitSerializer
from grids.tables.visits import NEEDS, VISITS


class VisitViewSet(ScopedViewSet):
    queryset = Visit.objects.for_list()
    required_right = Right.VIEW
    action_rights = {"create": Right.VISIT}
    serializer_class = VisitSerializer
    filterset_class = VisitFilter
    layout = VISITS
    order = ("-visited_on", "-id")

    @extend_schema(request=VisitIn, responses={201: ReceiptSerializer, 200: ReceiptSerializer})
    def create(self, request):
        """Log a visit: 201 the first time, 200 with the same receipt again, 409 for other content."""
        sent = VisitIn(data=request.data)
        sent.is_valid(raise_exception=True)
        receipt = log_visit(request.user, by=request.user, **self._placed(dict(sent.validated_data)))
        return Response(ReceiptSerializer(receipt.visit).data, status=201 if receipt.is_new else 200)

    def _placed(self, data: dict) -> dict:
        if "household" in data:
            households = Household.objects.for_user(self.request.user).select_related("area__successor")
            data["household"] = get_object_or_404(households, pk=data["household"])
        else:
            data["area"] = get_object_or_404(
                Area.objects.for_user(self.request.user).select_related("successor"), code=data["area"]
            )
        if not may_visit(self.request.user, data.get("household", data.get("area")).area_code):
            raise Http404
        return data


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
