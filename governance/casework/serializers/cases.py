from rest_framework import serializers

from governance.casework.models import Case


class CaseSerializer(serializers.ModelSerializer):
    class Meta:
        model = Case
        fields = [
            "id", "number", "kind", "title", "place", "area_code", "source", "state", "grade", "is_joint",
            "outcome", "registered_on", "accepted_on", "due_at", "limit", "queue_at", "late_on", "paused_at",
            "resolved_on", "closed_on", "version",
        ]  # fmt: skip
        read_only_fields = fields


class NumberInput(serializers.Serializer):
    number = serializers.CharField(max_length=40, help_text="a whole telephone or ID number")


class MarkSerializer(serializers.Serializer):
    party = serializers.CharField()
