from rest_framework import serializers

from governance.casework.enums import NOTE_LENGTH, Grade
from governance.casework.models import Supervision, WarningLetter
from governance.people.models import Post


class SupervisionSerializer(serializers.ModelSerializer):
    case_number = serializers.CharField(read_only=True)
    area_name = serializers.CharField(read_only=True)

    class Meta:
        model = Supervision
        fields = [
            "id", "case_number", "area_code", "area_name", "grade", "limit", "limit_ended_on", "given_on",
            "demand", "reply_by", "answer", "answered_on", "lifted_on", "lift_reason",
        ]  # fmt: skip
        read_only_fields = fields


class WarningLetterSerializer(serializers.ModelSerializer):
    case_number = serializers.CharField(read_only=True)
    area_name = serializers.CharField(read_only=True)

    class Meta:
        model = WarningLetter
        fields = [
            "id", "number", "case_number", "area_code", "area_name", "text", "sent_on", "read_at", "answer",
            "answered_on",
        ]  # fmt: skip
        read_only_fields = fields


class SuperviseInput(serializers.Serializer):
    grade = serializers.ChoiceField(Grade.choices, default=Grade.NORMAL)
    demand = serializers.CharField(max_length=NOTE_LENGTH)
    reply_by = serializers.DateField(required=False, allow_null=True)
    version = serializers.IntegerField(min_value=1, required=False)


class LeadInput(serializers.Serializer):
    post = serializers.PrimaryKeyRelatedField(queryset=Post.objects.all(), help_text="id of the leading seat")
    note = serializers.CharField(max_length=NOTE_LENGTH, allow_blank=True, default="")
    version = serializers.IntegerField(min_value=1, required=False)


class OfficeAnswerInput(serializers.Serializer):
    answer = serializers.CharField(max_length=NOTE_LENGTH, allow_blank=True)


class LiftInput(serializers.Serializer):
    reason = serializers.CharField(max_length=500, allow_blank=True)
