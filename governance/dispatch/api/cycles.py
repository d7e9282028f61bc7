from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.dispatch import actions
from governance.dispatch.api import DispatchViewSet
from governance.dispatch.choices import chairs_of
from governance.dispatch.enums import Right
from governance.dispatch.filters.cycles import CycleFilter
from governance.dispatch.models import Cycle
from governance.dispatch.papers.minutes import minutes_of
from governance.dispatch.serializers import cycles as bodies
from governance.dispatch.serializers import meetings as said
from governance.dispatch.tables.cycles import CYCLES

_ANSWER = said.MinutesSerializer


class CycleViewSet(DispatchViewSet):
    """Cycles with their meetings. Whatever is done to a meeting answers with its minutes as they now are."""

    queryset = Cycle.objects.for_list()
    serializer_class = bodies.CycleSerializer
    filterset_class = CycleFilter
    order = ("-due_on", "area_code", "-id")
    layout = CYCLES

    @extend_schema(responses={200: bodies.CycleItemSerializer(many=True)}, filters=False)
    @action(detail=True, methods=["get"], pagination_class=None)
    def items(self, request, pk):
        """What was late on the day of the cycle, carried things first."""
        cycle = get_object_or_404(self.get_queryset(), pk=pk)
        return Response(list(cycle.items.values(*bodies.CycleItemSerializer.Meta.fields)))

    @extend_schema(responses=_ANSWER)
    @action(detail=True, methods=["get"])
    def minutes(self, request, pk=None):
        """The minutes: word for word as issued, or as they are so far."""
        return self._answer(self.find(pk).pk)

    @extend_schema(request=said.PlanMeetingInput, responses=_ANSWER)
    @action(detail=True, methods=["post"])
    def plan(self, request, pk=None):
        """Say when and where the meeting is; the first time lays out its agenda."""
        cycle = self.find(pk, Right.MANAGE)
        given = self.read(said.PlanMeetingInput)
        if chair := given.pop("chair", None):
            given["chair"] = get_object_or_404(chairs_of(cycle.area), pk=chair)
        actions.plan_meeting(cycle, by=request.user, **given)
        return self._answer(pk)

    @extend_schema(request=said.OfficesPresentInput, responses=_ANSWER)
    @action(detail=True, methods=["post"])
    def attendance(self, request, pk=None):
        """Write down which offices came."""
        cycle = self.find(pk, Right.MANAGE)
        rows = self.read(said.OfficesPresentInput)["offices"]
        presences = {row["office"]: row["presence"] for row in rows}
        actions.take_attendance(cycle, by=request.user, presences=presences)
        return self._answer(pk)

    @extend_schema(request=said.AgendaPointInput, responses=_ANSWER)
    @action(detail=True, methods=["post"], url_path="add-point", url_name="add-point")
    def add_point(self, request, pk=None):
        """One more point on the agenda."""
        actions.add_point(self.find(pk, Right.MANAGE), by=request.user, **self.read(said.AgendaPointInput))
        return self._answer(pk)

    @extend_schema(request=said.PointMinutesInput, responses=_ANSWER)
    @action(detail=True, methods=["post"], url_path="write-minutes", url_name="write-minutes")
    def write_minutes(self, request, pk=None):
        """What the minutes say to a point of the agenda."""
        cycle = self.find(pk, Right.MANAGE)
        given = self.read(said.PointMinutesInput)
        point = get_object_or_404(cycle.points.select_related("cycle"), position=given.pop("position"))
        actions.write_minutes(point, by=request.user, **given)
        return self._answer(pk)

    @extend_schema(request=said.DecideInput, responses=_ANSWER)
    @action(detail=True, methods=["post"])
    def decide(self, request, pk=None):
        """Set a task to an office."""
        cycle = self.find(pk, Right.MANAGE)
        given = self.read(said.DecideInput)
        if position := given.pop("point", None):
            given["point"] = get_object_or_404(cycle.points, position=position)
        if item := given.pop("item", None):
            given["item"] = get_object_or_404(cycle.items, pk=item)
        actions.decide(cycle, by=request.user, **given)
        return self._answer(pk)

    @extend_schema(request=None, responses=_ANSWER)
    @action(detail=True, methods=["post"])
    def hold(self, request, pk=None):
        """The meeting took place."""
        actions.hold_meeting(self.find(pk, Right.MANAGE), by=request.user)
        return self._answer(pk)

    @extend_schema(request=None, responses=_ANSWER)
    @action(detail=True, methods=["post"])
    def issue(self, request, pk=None):
        """Issue the minutes: from then on they never change."""
        actions.issue_minutes(self.find(pk, Right.MANAGE), by=request.user)
        return self._answer(pk)

    @extend_schema(request=said.MinutesCorrectionInput, responses=_ANSWER)
    @action(detail=True, methods=["post"])
    def correct(self, request, pk=None):
        """A correction note beside issued minutes."""
        cycle = self.find(pk, Right.MANAGE)
        actions.correct_minutes(cycle, by=request.user, **self.read(said.MinutesCorrectionInput))
        return self._answer(pk)

    def _answer(self, pk) -> Response:
        rows = Cycle.objects.for_user(self.request.user).select_related("area", "chair__area", "chair__role")
        cycle = get_object_or_404(rows, pk=pk)
        notes = cycle.corrections.values("text", "written_at")
        state = {"state": cycle.state, "hash": cycle.content_hash, "corrections": list(notes)}
        return Response(minutes_of(cycle) | state)
