from rest_framework import serializers

from governance.dispatch.enums import HOOK_EVENTS
from governance.dispatch.models import HookDelivery, Webhook

_EVENTS = [(event.value, event.label) for event in HOOK_EVENTS]


class WebhookSerializer(serializers.ModelSerializer):
    """An address outside; its secret is shown once, when it is registered."""

    area_name = serializers.CharField()
    events = serializers.ListField(
        child=serializers.CharField(), help_text="`brief.issued`, `correction.issued`"
    )

    class Meta:
        model = Webhook
        fields = ("id", "name", "area_code", "area_name", "url", "events", "secret_masked", "created_at",
                  "failing_since", "stopped_at", "stopped_because")  # fmt: skip


class WebhookInput(serializers.Serializer):
    area = serializers.CharField(max_length=18, help_text="code of the office")
    name = serializers.CharField(max_length=80)
    url = serializers.URLField(max_length=300)
    events = serializers.MultipleChoiceField(choices=_EVENTS, allow_empty=False)


class WebhookMadeSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    secret = serializers.CharField(help_text="for the signature; not shown again")


class HookDeliverySerializer(serializers.ModelSerializer):
    """An event on its way to an address; `key` is its `Idempotency-Key` at every try."""

    class Meta:
        model = HookDelivery
        fields = ("id", "key", "event", "brief", "correction", "state", "created_at", "next_at", "tries", "sent_at",
                  "status", "error")  # fmt: skip
