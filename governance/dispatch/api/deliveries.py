from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from governance.dispatch import actions
from governance.dispatch.api import DispatchViewSet
from governance.dispatch.enums import Right
from governance.dispatch.filters.deliveries import DeliveryFilter
from governance.dispatch.hours import Hours
from governance.dispatch.models import Delivery
from governance.dispatch.presenting.deliveries import chosen_by, ways_out
from governance.dispatch.serializers import deliveries as bodies
from governance.dispatch.tables.deliveries import DELIVERIES

_ANSWER = bodies.NoticeSettingsSerializer


class DeliveryViewSet(DispatchViewSet):
    """The log of messages that left the portal."""

    queryset = Delivery.objects.for_list()
    required_right = Right.DELIVERIES
    serializer_class = bodies.NoticeDeliverySerializer
    filterset_class = DeliveryFilter
    order = ("-created_at", "-id")
    layout = DELIVERIES

    @extend_schema(request=None, responses=bodies.NoticeDeliverySerializer)
    @action(detail=True, methods=["post"])
    def resend(self, request, pk=None):
        """Try one message anew, under its old key."""
        actions.resend(self.find(pk, Right.DELIVER), by=request.user)
        return self.retrieve(request, pk=pk)

    @extend_schema(request=bodies.ResendUnsentInput, responses=bodies.ResentSerializer)
    @action(detail=False, methods=["post"], url_path="resend-unsent", url_name="resend-unsent")
    def resend_unsent(self, request):
        """Try everything anew that did not go out by a way."""
        return Response(
            {"count": actions.resend_unsent(by=request.user, **self.read(bodies.ResendUnsentInput))}
        )

    @extend_schema(responses=bodies.WaySerializer(many=True), filters=False)
    @action(detail=False, methods=["get"], pagination_class=None)
    def ways(self, request):
        """How each way out is doing."""
        return Response(bodies.WaySerializer(ways_out(request.user), many=True).data)


class NoticeSettingsViewSet(GenericViewSet):
    """What I am told outside the portal, by which ways and when."""

    required_right = Right.VIEW
    serializer_class = _ANSWER
    queryset = Delivery.objects.none()
    filterset_class = None
    pagination_class = None
    read = DispatchViewSet.read

    @extend_schema(responses=_ANSWER, filters=False, operation_id="notice_settings_retrieve")
    def list(self, request):
        """My settings."""
        return self._answer()

    @extend_schema(request=bodies.NoticeSettingsInput, responses=_ANSWER)
    @action(detail=False, methods=["post"])
    def choose(self, request):
        """Keep hours, and ways of the kinds that are named."""
        said = self.read(bodies.NoticeSettingsInput)
        choices = {row.pop("code"): row for row in said.pop("kinds")}
        actions.choose_notices(by=request.user, hours=Hours(**said), choices=choices)
        return self._answer()

    @extend_schema(request=bodies.NoticeAddressInput, responses=_ANSWER)
    @action(detail=False, methods=["post"])
    def address(self, request):
        """Keep where I am reached by a way."""
        actions.set_address(by=request.user, **self.read(bodies.NoticeAddressInput))
        return self._answer()

    def _answer(self):
        return Response(_ANSWER(chosen_by(self.request.user)).data)
