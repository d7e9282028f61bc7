from rest_framework import serializers

from governance.dispatch.enums import Channel
from governance.dispatch.models import Delivery


class NoticeDeliverySerializer(serializers.ModelSerializer):
    """A message on its way: to whom by name, the address masked."""

    kind_code = serializers.CharField(allow_null=True, help_text="null: the digest of a day")
    person_name = serializers.CharField()

    class Meta:
        model = Delivery
        fields = (
            "id", "key", "channel", "state", "kind_code", "notice", "digest_on", "person_name", "address_masked",
            "created_at", "next_at", "tries", "sent_at", "reference", "error",
        )  # fmt: skip


class WaySerializer(serializers.Serializer):
    """How a way out is doing."""

    channel = serializers.ChoiceField(Channel.choices)
    is_on = serializers.BooleanField()
    missing = serializers.ListField(child=serializers.CharField(), help_text="settings it still lacks")
    stopped_until = serializers.DateTimeField(allow_null=True)
    stopped_since = serializers.DateTimeField(allow_null=True)
    error = serializers.CharField()
    waiting = serializers.IntegerField(help_text="due now and not sent yet")
    oldest_waiting = serializers.DateTimeField(allow_null=True)
    failed_in_a_day = serializers.IntegerField()


class ResendUnsentInput(serializers.Serializer):
    channel = serializers.ChoiceField(Channel.choices)


class ResentSerializer(serializers.Serializer):
    count = serializers.IntegerField()


class NoticeKindChoiceSerializer(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()
    channels = serializers.ListField(child=serializers.CharField())
    is_compulsory = serializers.BooleanField(help_text="may wait for the digest, never be silenced")
    muted = serializers.ListField(child=serializers.CharField())
    is_digested = serializers.BooleanField()


class NoticeAddressSerializer(serializers.Serializer):
    channel = serializers.ChoiceField(Channel.choices)
    label = serializers.CharField()
    is_on = serializers.BooleanField()
    masked = serializers.CharField(allow_blank=True)


class NoticeSettingsSerializer(serializers.Serializer):
    """My own settings."""

    quiet_from = serializers.TimeField()
    quiet_until = serializers.TimeField()
    digest_at = serializers.TimeField()
    kinds = NoticeKindChoiceSerializer(many=True)
    addresses = NoticeAddressSerializer(many=True)


class NoticeChoiceInput(serializers.Serializer):
    code = serializers.SlugField(max_length=20)
    muted = serializers.ListField(
        child=serializers.ChoiceField(Channel.choices), required=False, default=list
    )
    is_digested = serializers.BooleanField(required=False, default=False)


class NoticeSettingsInput(serializers.Serializer):
    """Kinds that are left out keep what was chosen of them."""

    quiet_from = serializers.TimeField()
    quiet_until = serializers.TimeField()
    digest_at = serializers.TimeField()
    kinds = NoticeChoiceInput(many=True, required=False, default=list)


class NoticeAddressInput(serializers.Serializer):
    channel = serializers.ChoiceField(Channel.choices)
    address = serializers.CharField(max_length=120, allow_blank=True, help_text="empty takes it away")
