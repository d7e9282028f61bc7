from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser

from governance.dispatch import actions
from governance.dispatch.api import DispatchViewSet
from governance.dispatch.filters.actions import ActionFilter
from governance.dispatch.models import ActionItem
from governance.dispatch.serializers import actions as bodies
from governance.dispatch.tables.actions import ACTIONS
from governance.kernel.lifecycle import demand_step
from governance.kernel.parsers import StrictJSONParser

_PARSERS = [StrictJSONParser, MultiPartParser]


class ActionItemViewSet(DispatchViewSet):
    """Tasks set by meetings. Steps are POST sub-paths; evidence is words, or a picture sent as a form."""

    queryset = ActionItem.objects.for_list()
    serializer_class = bodies.ActionItemSerializer
    filterset_class = ActionFilter
    order = ("due_on", "id")
    layout = ACTIONS

    @extend_schema(request=bodies.EvidenceInput, responses=bodies.ActionItemSerializer)
    @action(detail=True, methods=["post"], parser_classes=_PARSERS)
    def report(self, request, pk=None):
        """The owner says that it is done, and shows it."""
        return self._take("report", actions.report_action, bodies.EvidenceInput)

    @extend_schema(request=bodies.EvidenceInput, responses=bodies.ActionItemSerializer)
    @action(detail=True, methods=["post"], parser_classes=_PARSERS)
    def close(self, request, pk=None):
        """The office that set it strikes it off, with evidence."""
        return self._take("close", actions.close_action, bodies.EvidenceInput)

    @extend_schema(
        operation_id="dispatch_actions_return",
        request=bodies.ActionReasonInput,
        responses=bodies.ActionItemSerializer,
    )
    @action(detail=True, methods=["post"], url_path="return", url_name="return")
    def send_back(self, request, pk=None):
        """What was reported does not do."""
        return self._take("return", actions.return_action, bodies.ActionReasonInput)

    @extend_schema(request=bodies.ActionReasonInput, responses=bodies.ActionItemSerializer)
    @action(detail=True, methods=["post"])
    def withdraw(self, request, pk=None):
        """The task no longer holds."""
        return self._take("withdraw", actions.withdraw_action, bodies.ActionReasonInput)

    def _take(self, step: str, verb, body):
        task = self.find(self.kwargs["pk"])
        demand_step(task, ActionItem.STEPS[step], self.request.user)
        verb(task, by=self.request.user, **self.read(body))
        return self.retrieve(self.request, pk=task.pk)
