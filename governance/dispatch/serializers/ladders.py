from rest_framework import serializers

from governance.dispatch.enums import Recipient
from governance.dispatch.models import LadderChange, LadderStep
from governance.dispatch.models.ladders import FARTHEST

_OFFSET = "working days after the due day, negative before it"


class LadderStepSerializer(serializers.ModelSerializer):
    """One step of the reminders of a kind of thing."""

    class Meta:
        model = LadderStep
        fields = ("id", "kind", "offset", "recipient", "is_active")
        read_only_fields = fields


class LadderChangeSerializer(serializers.ModelSerializer):
    """What a step said after it was set or changed."""

    kind = serializers.CharField(read_only=True)

    class Meta:
        model = LadderChange
        fields = ("id", "step", "kind", "offset", "recipient", "is_active", "at")
        read_only_fields = fields


class AddStepInput(serializers.Serializer):
    kind = serializers.CharField(max_length=34)
    offset = serializers.IntegerField(min_value=-FARTHEST, max_value=FARTHEST, help_text=_OFFSET)
    recipient = serializers.ChoiceField(Recipient.choices, default=Recipient.OFFICE)


class ChangeStepInput(serializers.Serializer):
    offset = serializers.IntegerField(min_value=-FARTHEST, max_value=FARTHEST, help_text=_OFFSET)
    recipient = serializers.ChoiceField(Recipient.choices)
    is_active = serializers.BooleanField(default=True)
