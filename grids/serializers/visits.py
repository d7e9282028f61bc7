from uuid import UUID

from rest_framework import serializers

from governance.files.models import Attachment
from grids.enums.events import EventGrade
from grids.enums.visits import (
    MOST_NEEDS,
    NOTE_LENGTH,
    Companion,
    NeedKind,
    VisitKind,
    VisitOutcome,
    Way,
)
from grids.models import EventCategory, NeedRequest, Visit


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
                  "reopened_count", "worker_name"]  # fmt: skip


class NeedIn(serializers.Serializer):
    """One thing asked for on a visit; without words of its own it is the visit's note."""

    kind = serializers.ChoiceField(NeedKind.choices, default=NeedKind.OTHER)
    text = serializers.CharField(required=False, max_length=NOTE_LENGTH, allow_blank=True, default="")


class HazardIn(serializers.Serializer):
    """A danger met on a visit, by the catalogue of events; it is reported in the same moment."""

    category = serializers.PrimaryKeyRelatedField(
        queryset=EventCategory.objects.filter(is_open=True, parent__isnull=False, follow_up="")
    )
    text = serializers.CharField(required=False, max_length=NOTE_LENGTH, allow_blank=True, default="")
    place = serializers.CharField(required=False, max_length=80, allow_blank=True, default="")
    grade = serializers.ChoiceField(EventGrade.choices, required=False)


class DegreesField(serializers.DecimalField):
    """Half of a position. Telephones tell it to fifteen places; six, a hand's breadth, are kept."""

    def __init__(self, most: int, **kwargs):
        super().__init__(max_digits=9, decimal_places=6, min_value=-most, max_value=most, **kwargs)

    def validate_precision(self, value):
        return super().validate_precision(round(value, self.decimal_places))


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
    needs = NeedIn(many=True, required=False, max_length=MOST_NEEDS)
    need_kind = serializers.ChoiceField(NeedKind.choices, required=False, help_text="short for one of needs")
    hazard = HazardIn(required=False)
    companions = serializers.ListField(
        child=serializers.ChoiceField(Companion.choices), required=False, max_length=len(Companion)
    )
    return_on = serializers.DateField(required=False, allow_null=True)
    latitude = DegreesField(90, required=False, allow_null=True)
    longitude = DegreesField(180, required=False, allow_null=True)
    visited_at = serializers.DateTimeField(required=False)
    captured_at = serializers.DateTimeField(required=False)

    def validate(self, data):
        if ("household" in data) == ("area" in data):
            raise serializers.ValidationError("household | area")
        kind = data.pop("need_kind", None)
        if kind and data["outcome"] == VisitOutcome.NEED and not data.get("needs"):
            data["needs"] = [{"kind": kind}]
        return data


class ReceiptSerializer(serializers.Serializer):
    """What the sender keeps: the number, the day it counts for, and what it opened.

    `is_bare` in the context: nothing hangs on it, so nothing is looked for.
    """

    id = serializers.IntegerField()
    client_uuid = serializers.UUIDField()
    content_hash = serializers.CharField()
    outcome = serializers.CharField()
    visited_on = serializers.DateField()
    visited_at = serializers.DateTimeField()
    synced_at = serializers.DateTimeField()
    return_on = serializers.DateField(allow_null=True)
    needs = serializers.SerializerMethodField()
    events = serializers.SerializerMethodField()
    photos = serializers.SerializerMethodField()

    def get_needs(self, visit) -> list[int]:
        return [need.pk for need in self._hanging(visit.needs.all())]

    def get_events(self, visit) -> list[str]:
        return [event.case.number for event in self._hanging(visit.events.select_related("case"))]

    def get_photos(self, visit) -> list[UUID]:
        return [photo.number for photo in self._hanging(visit.photos.all())]

    def _hanging(self, rows):
        return () if self.context.get("is_bare") else rows


class PhotoIn(serializers.Serializer):
    """One picture of a visit; `client_uuid` makes sending it again harmless."""

    client_uuid = serializers.UUIDField()
    file = serializers.FileField(max_length=200, allow_empty_file=True)


class PhotoSerializer(serializers.ModelSerializer):
    class Meta:
        model = Attachment
        fields = ["number", "client_uuid", "width", "height", "size"]


class NoteIn(serializers.Serializer):
    note = serializers.CharField(max_length=NOTE_LENGTH)
