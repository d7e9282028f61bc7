from dataclasses import asdict

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.dispatch import actions
from governance.dispatch.api import DispatchViewSet
from governance.dispatch.due import next_runs
from governance.dispatch.enums import Right
from governance.dispatch.filters.schedules import RunFilter
from governance.dispatch.models import CycleRule, CycleRun
from governance.dispatch.serializers import schedules as bodies
from governance.dispatch.tables.schedules import RUNS
from governance.kernel.api import ScopedViewSet


@extend_schema(parameters=[])
class CycleRuleViewSet(DispatchViewSet):
    """When cycles are made."""

    queryset = CycleRule.objects.for_list()
    required_right = Right.SCHEDULE
    serializer_class = bodies.CycleRuleSerializer
    filterset_class = None
    pagination_class = None

    @extend_schema(responses={200: bodies.CycleRuleSerializer(many=True)}, filters=False)
    def list(self, request, *args, **kwargs):
        return Response([_shown(rule) for rule in self.get_queryset()])

    def retrieve(self, request, *args, pk=None, **kwargs):
        return Response(_shown(get_object_or_404(self.get_queryset(), pk=pk)))

    @extend_schema(request=bodies.AddScheduleInput, responses={201: bodies.CycleRuleSerializer})
    def create(self, request):
        """Let a level, or one office, hold a kind of cycle."""
        rule = actions.add_schedule(by=request.user, **self.read(bodies.AddScheduleInput))
        return Response(_shown(rule), status=201)

    @extend_schema(request=bodies.ChangeScheduleInput, responses=bodies.CycleRuleSerializer)
    @action(detail=True, methods=["post"])
    def change(self, request, pk=None):
        """Change when a kind of cycle is made."""
        rule = get_object_or_404(self.get_queryset(), pk=pk)
        actions.change_schedule(rule, by=request.user, **self.read(bodies.ChangeScheduleInput))
        return self.retrieve(request, pk=pk)


class CycleRunViewSet(ScopedViewSet):
    """The log of makings. They are the portal's own and lie in no area."""

    queryset = CycleRun.objects.all()
    required_right = Right.SCHEDULE
    lookup_value_regex = "[0-9]{1,18}"
    serializer_class = bodies.CycleRunSerializer
    filterset_class = RunFilter
    order = ("-first_at", "-id")
    layout = RUNS

    def get_queryset(self):
        return CycleRun.objects.all()


def _shown(rule: CycleRule) -> dict:
    columns = ("id", "kind", "on_day", "workday_rule", "hour", "minute", "starts_on", "topics", "enabled")
    return {name: getattr(rule, name) for name in columns} | {
        "level": rule.level_id,
        "area": rule.area and rule.area.code,
        "next_runs": [asdict(run) for run in next_runs(rule, timezone.now())] if rule.enabled else [],
    }
