from rest_framework import serializers

from grids.models import PublicCode, Suggestion


class PublicCodeSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()

    class Meta:
        model = PublicCode
        fields = ["id", "area_code", "area_name", "kind", "token", "opened_on", "closed_on"]


class SuggestionSerializer(serializers.ModelSerializer):
    """What was raised and where it stands; who raised it and their telephone are not in it."""

    area_name = serializers.CharField()

    class Meta:
        model = Suggestion
        fields = ["number", "area_code", "area_name", "kind", "subject", "text", "state", "received_on", "due_on",
                  "answered_on", "closed_on", "reopened_count", "satisfaction", "published_on"]  # fmt: skip


class AnswerIn(serializers.Serializer):
    text = serializers.CharField(max_length=2000)
