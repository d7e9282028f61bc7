from django.db.models import F
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.dispatch import actions
from governance.dispatch.enums import Right
from governance.dispatch.filters.ladders import LadderChangeFilter
from governance.dispatch.models import LadderChange, LadderStep
from governance.dispatch.serializers import ladders as bodies
from governance.dispatch.tables.ladders import LADDER_CHANGES
from governance.kernel.api import ScopedViewSet

_ANSWER = bodies.LadderStepSerializer


@extend_schema(parameters=[])
class LadderStepViewSet(ScopedViewSet):
    """When offices are told of what is due. The steps hold everywhere and lie in no area."""

    queryset = LadderStep.objects.all()
    required_right = Right.SCHEDULE
    lookup_value_regex = "[0-9]{1,18}"
    serializer_class = _ANSWER
    filterset_class = None
    pagination_class = None

    def get_queryset(self):
        return LadderStep.objects.all()

    @extend_schema(responses={200: _ANSWER(many=True)}, filters=False)
    def list(self, request, *args, **kwargs):
        return Response(_ANSWER(self.get_queryset(), many=True).data)

    @extend_schema(request=bodies.AddStepInput, responses={201: _ANSWER})
    def create(self, request):
        """Tell of a kind of thing once more."""
        step = actions.add_step(by=request.user, **self.read(bodies.AddStepInput))
        return Response(_ANSWER(step).data, status=201)

    @extend_schema(request=bodies.ChangeStepInput, responses=_ANSWER)
    @action(detail=True, methods=["post"])
    def change(self, request, pk=None):
        """Change when and whom a step tells, or switch it off."""
        step = get_object_or_404(self.get_queryset(), pk=pk)
        actions.change_step(step, by=request.user, **self.read(bodies.ChangeStepInput))
        return self.retrieve(request, pk=pk)


class LadderChangeViewSet(ScopedViewSet):
    """What was set and changed, the latest first."""

    queryset = LadderChange.objects.annotate(kind=F("step__kind"))
    required_right = Right.SCHEDULE
    lookup_value_regex = "[0-9]{1,18}"
    serializer_class = bodies.LadderChangeSerializer
    filterset_class = LadderChangeFilter
    layout = LADDER_CHANGES

    def get_queryset(self):
        return LadderChange.objects.annotate(kind=F("step__kind"))
