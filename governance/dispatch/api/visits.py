from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.dispatch import actions
from governance.dispatch.api import DispatchViewSet
from governance.dispatch.enums import Right
from governance.dispatch.filters.visits import VisitFilter
from governance.dispatch.models import Cycle, SupervisionVisit
from governance.dispatch.serializers import visits as bodies
from governance.dispatch.tables.visits import VISITS
from governance.kernel.scope import demand

_ANSWER = bodies.SupervisionVisitDetailSerializer


class SupervisionVisitViewSet(DispatchViewSet):
    """Supervision on the spot, with its checklist."""

    queryset = SupervisionVisit.objects.for_list()
    action_rights = {"create": Right.MANAGE}
    serializer_class = bodies.SupervisionVisitSerializer
    filterset_class = VisitFilter
    order = ("-visited_on", "-id")
    layout = VISITS

    @extend_schema(responses=_ANSWER)
    def retrieve(self, request, *args, pk=None, **kwargs):
        """One visit with its checklist."""
        return self._answer(self.find(pk).pk)

    @extend_schema(request=bodies.RecordVisitInput, responses={201: _ANSWER})
    def create(self, request):
        """Begin the record of a visit for a monthly cycle."""
        given = self.read(bodies.RecordVisitInput)
        cycle = get_object_or_404(Cycle.objects.for_user(request.user), pk=given.pop("cycle"))
        demand(request.user, Right.MANAGE, cycle.area_code)
        visit = actions.record_visit(cycle, by=request.user, **given)
        return self._answer(visit.pk, status=201)

    @extend_schema(request=bodies.FillCheckInput, responses=_ANSWER)
    @action(detail=True, methods=["post"])
    def check(self, request, pk=None):
        """What a point of the checklist showed; a fault becomes a task."""
        visit = self.find(pk)
        demand(request.user, Right.MANAGE, visit.cycle.area_code)
        given = self.read(bodies.FillCheckInput)
        rows = visit.checks.select_related("visit__area", "visit__cycle")
        found = get_object_or_404(rows, position=given.pop("position"))
        actions.fill_check(found, by=request.user, **given)
        return self._answer(visit.pk)

    def _answer(self, pk: int, status: int = 200) -> Response:
        row = self.get_queryset().filter(pk=pk).values(*self.columns).get()
        checks = bodies.VisitCheckSerializer(SupervisionVisit(pk=pk).checks.all(), many=True).data
        return Response(row | {"checks": checks}, status=status)
