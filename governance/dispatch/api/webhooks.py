from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.areas.models import Area
from governance.dispatch import actions
from governance.dispatch.api import DispatchViewSet
from governance.dispatch.enums import Right
from governance.dispatch.filters.webhooks import WebhookFilter
from governance.dispatch.models import HookDelivery, Webhook
from governance.dispatch.serializers import webhooks as bodies
from governance.dispatch.tables.webhooks import WEBHOOKS


class WebhookViewSet(DispatchViewSet):
    """Addresses outside that are told of issued papers."""

    queryset = Webhook.objects.for_list()
    required_right = Right.MANAGE
    serializer_class = bodies.WebhookSerializer
    filterset_class = WebhookFilter
    layout = WEBHOOKS

    def get_queryset(self):
        return super().get_queryset().kept_by(self.request.user)

    @extend_schema(request=bodies.WebhookInput, responses={201: bodies.WebhookMadeSerializer})
    def create(self, request):
        """Register an address; the answer holds its secret, once."""
        sent = self.read(bodies.WebhookInput)
        area = get_object_or_404(Area.objects.for_user(request.user), code=sent.pop("area"))
        hook, secret = actions.register_webhook(by=request.user, area=area, **sent)
        return Response({"id": hook.pk, "secret": secret}, status=201)

    @extend_schema(request=None, responses=bodies.WebhookSerializer)
    @action(detail=True, methods=["post"])
    def test(self, request, pk=None):
        """Send a test event."""
        return self._do(actions.try_webhook, pk)

    @extend_schema(request=None, responses=bodies.WebhookSerializer)
    @action(detail=True, methods=["post"])
    def stop(self, request, pk=None):
        """Tell the address nothing more."""
        return self._do(actions.stop_webhook, pk)

    @extend_schema(request=None, responses=bodies.WebhookSerializer)
    @action(detail=True, methods=["post"])
    def resume(self, request, pk=None):
        """Take the address up again."""
        return self._do(actions.resume_webhook, pk)

    @extend_schema(responses=bodies.HookDeliverySerializer(many=True), filters=False)
    @action(detail=True, pagination_class=None)
    def deliveries(self, request, pk=None):
        """The latest two hundred events of an address."""
        rows = (
            self.find(pk, Right.MANAGE)
            .deliveries.order_by("-id")
            .values(*bodies.HookDeliverySerializer.Meta.fields)
        )
        return Response(list(rows[:200]))

    @extend_schema(request=None, responses=bodies.HookDeliverySerializer)
    @action(
        detail=False, methods=["post"], url_path="events/(?P<event>[0-9]{1,18})/resend", url_name="resend"
    )
    def resend(self, request, event=None):
        """Try an event anew that was given up, under its old key."""
        rows = HookDelivery.objects.for_user(request.user).select_related("webhook")
        sent = get_object_or_404(rows, pk=event)
        actions.resend_event(sent, by=request.user)
        sent.refresh_from_db()
        return Response(bodies.HookDeliverySerializer(sent).data)

    def _do(self, verb, pk):
        verb(self.find(pk), by=self.request.user)
        return self.retrieve(self.request, pk=pk)
