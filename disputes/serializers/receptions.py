from rest_framework import serializers

from disputes.enums.centres import Channel
from disputes.models import Matter, Reception


class ReceptionSerializer(serializers.ModelSerializer):
    centre_name = serializers.CharField()
    channel = serializers.ChoiceField(Channel.choices)

    class Meta:
        model = Reception
        fields = [
            "id", "centre_id", "centre_name", "area_code", "received_at", "received_on", "channel",
            "visitor_masked", "people_count",
        ]  # fmt: skip
        read_only_fields = fields


class MatterSerializer(serializers.ModelSerializer):
    centre_name = serializers.CharField()

    class Meta:
        model = Matter
        fields = ["id", "reception_id", "title", "centre_name", "area_code", "received_on"]
        read_only_fields = fields
