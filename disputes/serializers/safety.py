from django.utils import timezone
from rest_framework import serializers

from disputes.enums.safety import ReportWay
from disputes.models import PoliceReport
from governance.casework.enums import NOTE_LENGTH


class PoliceReportSerializer(serializers.ModelSerializer):
    class Meta:
        model = PoliceReport
        fields = [
            "id", "reported_at", "reported_to", "way", "content", "post_label", "external_number", "recorded_at",
        ]  # fmt: skip
        read_only_fields = fields


class PoliceReportInput(serializers.Serializer):
    reported_to = serializers.CharField(max_length=80, help_text="station or bureau, or 110")
    way = serializers.ChoiceField(ReportWay.choices, default=ReportWay.EMERGENCY)
    reported_at = serializers.DateTimeField(default=timezone.now, help_text="never later than now")
    content = serializers.CharField(max_length=1000)
    external_number = serializers.CharField(max_length=60, allow_blank=True, default="")


class PoliceNumberInput(serializers.Serializer):
    report = serializers.IntegerField(min_value=1, help_text="id of the report")
    external_number = serializers.CharField(max_length=60, allow_blank=True)


class MinorInput(serializers.Serializer):
    involves_minor = serializers.BooleanField()
    note = serializers.CharField(max_length=NOTE_LENGTH, allow_blank=True, default="")
