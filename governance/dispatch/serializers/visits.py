from rest_framework import serializers

from governance.dispatch.models import SupervisionVisit, VisitCheck
from governance.dispatch.models.visits import FINDING, SUBJECT, VALUE


class SupervisionVisitSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)
    cycle_period = serializers.CharField(read_only=True)
    finding_count = serializers.IntegerField(read_only=True)
    cleared_count = serializers.IntegerField(read_only=True)

    class Meta:
        model = SupervisionVisit
        fields = (
            "id", "cycle", "cycle_period", "subject", "area_code", "area_name", "visited_on",
            "finding_count", "cleared_count",
        )  # fmt: skip
        read_only_fields = fields


class VisitCheckSerializer(serializers.ModelSerializer):
    class Meta:
        model = VisitCheck
        fields = ("position", "title", "hint", "reported", "verified", "finding", "action")
        read_only_fields = fields


class SupervisionVisitDetailSerializer(SupervisionVisitSerializer):
    checks = VisitCheckSerializer(many=True, read_only=True)

    class Meta(SupervisionVisitSerializer.Meta):
        fields = (*SupervisionVisitSerializer.Meta.fields, "checks")
        read_only_fields = fields


class RecordVisitInput(serializers.Serializer):
    cycle = serializers.IntegerField(min_value=1, max_value=2**63 - 1, help_text="id of a monthly cycle")
    subject = serializers.CharField(max_length=SUBJECT, help_text="the project or office")
    office = serializers.CharField(max_length=18, help_text="code of the area it lies in")
    visited_on = serializers.DateField()


class FillCheckInput(serializers.Serializer):
    position = serializers.IntegerField(min_value=1, max_value=32767)
    reported = serializers.CharField(max_length=VALUE, required=False, allow_blank=True)
    verified = serializers.CharField(max_length=VALUE, required=False, allow_blank=True)
    finding = serializers.CharField(max_length=FINDING, required=False, allow_blank=True)
    due_on = serializers.DateField(required=False, help_text="when a fault is to be put right")
