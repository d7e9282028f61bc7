from django.core.validators import MinValueValidator
from rest_framework import serializers

from governance.areas.models import Area
from governance.casework.enums import NOTE_LENGTH, Grade
from governance.casework.models import Case, DeadlineRule, RuleSet, RuleSetInForce, Supervision, WarningLetter
from governance.people.models import Post


class CaseSerializer(serializers.ModelSerializer):
    class Meta:
        model = Case
        fields = [
            "id", "number", "kind", "title", "place", "area_code", "source", "state", "grade", "is_joint",
            "outcome", "registered_on", "accepted_on", "due_at", "limit", "queue_at", "late_on", "paused_at",
            "resolved_on", "closed_on", "version",
        ]  # fmt: skip
        read_only_fields = fields


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


class RuleSetInForceSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)
    rule_set_code = serializers.CharField(read_only=True)
    from_day = serializers.DateField(read_only=True)
    until = serializers.DateField(read_only=True, allow_null=True)

    class Meta:
        model = RuleSetInForce
        fields = ["id", "kind", "area_code", "area_name", "rule_set_code", "from_day", "until"]
        read_only_fields = fields


class DeadlineRuleSerializer(serializers.ModelSerializer):
    class Meta:
        model = DeadlineRule
        fields = [
            "id", "limit", "complexity", "level", "amount", "unit", "decider", "on_expiry", "yellow_after", "red_after",
            "basis",
        ]  # fmt: skip
        read_only_fields = ["id", "limit", "complexity", "level"]
        extra_kwargs = {"amount": {"validators": [MinValueValidator(1)]}}


class RuleSetSerializer(serializers.ModelSerializer):
    rules = DeadlineRuleSerializer(many=True, read_only=True)

    class Meta:
        model = RuleSet
        fields = ["code", "name", "kind", "basis", "is_standard", "rules"]
        read_only_fields = fields


class CopyInput(serializers.ModelSerializer):
    class Meta:
        model = RuleSet
        fields = ["code", "name"]


class InForceInput(serializers.Serializer):
    area = serializers.SlugRelatedField("code", queryset=Area.objects.filter(closed_on=None))
    from_day = serializers.DateField()


class SuperviseInput(serializers.Serializer):
    grade = serializers.ChoiceField(Grade.choices, default=Grade.NORMAL)
    demand = serializers.CharField(max_length=NOTE_LENGTH)
    reply_by = serializers.DateField(required=False, allow_null=True)
    version = serializers.IntegerField(min_value=1, required=False)


class LeadInput(serializers.Serializer):
    post = serializers.PrimaryKeyRelatedField(queryset=Post.objects.all(), help_text="id of the leading seat")
    note = serializers.CharField(max_length=NOTE_LENGTH, allow_blank=True, default="")
    version = serializers.IntegerField(min_value=1, required=False)


class AnswerInput(serializers.Serializer):
    answer = serializers.CharField(max_length=NOTE_LENGTH, allow_blank=True)


class LiftInput(serializers.Serializer):
    reason = serializers.CharField(max_length=500, allow_blank=True)
