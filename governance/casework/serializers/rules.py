from django.core.validators import MinValueValidator
from rest_framework import serializers

from governance.areas.models import Area
from governance.casework.models import DeadlineRule, RuleSet, RuleSetInForce


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
