from rest_framework import serializers

from grids.enums.visits import NOTE_LENGTH, NeedKind, VisitKind, VisitOutcome, Way
from grids.models import NeedRequest, Visit


class VisitSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()
    worker_name = serializers.CharField()

    class Meta:
        model = Visit
        fields = ["id", "client_uuid", "area_code", "area_name", "visited_on", "visited_at", "worker_name",
                  "kind", "way", "outcome"]  # fmt: skip


class NeedSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()
    worker_name = serializers.CharField()

    class Meta:
        model = NeedRequest
        fields = ["id", "area_code", "area_name", "kind", "state", "opened_on", "closed_on", "solved_on",
                  "worker_name"]  # fmt: skip


class VisitIn(serializers.Serializer):
    """One contact as the sender saw it; `household` or else `area` with `place`."""

    client_uuid = serializers.UUIDField()
    household = serializers.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    area = serializers.CharField(required=False, max_length=18)
    place = serializers.CharField(required=False, max_length=80, allow_blank=True)
    kind = serializers.ChoiceField(VisitKind.choices, default=VisitKind.ROUTINE)
    way = serializers.ChoiceField(Way.choices, default=Way.DOOR)
    outcome = serializers.ChoiceField(VisitOutcome.choices)
    note = serializers.CharField(required=False, max_length=NOTE_LENGTH, allow_blank=True)
    need_kind = serializers.ChoiceField(NeedKind.choices, required=False)
    visited_at = serializers.DateTimeField(required=False)
    captured_at = serializers.DateTimeField(required=False)

    def validate(self, data):
        if ("household" in data) == ("area" in data):
            raise serializers.ValidationError("household | area")
        return data


class ReceiptSerializer(serializers.Serializer):
    """What the sender keeps: the number, the day it counts for, and what it opened."""

    id = serializers.IntegerField()
    client_uuid = serializers.UUIDField()
    content_hash = serializers.CharField()
    outcome = serializers.CharField()
    visited_on = serializers.DateField()
    visited_at = serializers.DateTimeField()
    synced_at = serializers.DateTimeField()
    needs = serializers.SerializerMethodField()

    def get_needs(self, visit) -> list[int]:
        return [need.pk for need in visit.needs.all()]


class NoteIn(serializers.Serializer):
    note = serializers.CharField(max_length=NOTE_LENGTH)
