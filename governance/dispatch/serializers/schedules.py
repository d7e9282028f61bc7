from rest_framework import serializers

from governance.areas.models import Area, AreaLevel
from governance.dispatch.enums import CycleKind, WorkdayRule
from governance.dispatch.models import CycleRule, CycleRun


class NextRunSerializer(serializers.Serializer):
    at = serializers.DateTimeField()
    period = serializers.CharField()
    is_guessed = serializers.BooleanField(help_text="the days off of that year are not published yet")


class CycleRuleSerializer(serializers.ModelSerializer):
    """Who holds which cycle when: every office of a level, or of one area; with its next five runs."""

    area = serializers.CharField(source="area.code", default=None)
    next_runs = NextRunSerializer(many=True)

    class Meta:
        model = CycleRule
        fields = (
            "id", "kind", "level", "area", "on_day", "workday_rule", "hour", "minute", "starts_on", "topics",
            "enabled", "next_runs",
        )  # fmt: skip


class CycleRunSerializer(serializers.ModelSerializer):
    class Meta:
        model = CycleRun
        fields = ("id", "kind", "due_on", "first_at", "last_at", "made", "tries", "error")


class ChangeScheduleInput(serializers.Serializer):
    on_day = serializers.IntegerField(min_value=1, max_value=31)
    workday_rule = serializers.ChoiceField(WorkdayRule.choices)
    hour = serializers.IntegerField(min_value=0, max_value=23)
    minute = serializers.IntegerField(min_value=0, max_value=59, default=0)
    starts_on = serializers.DateField()
    topics = serializers.ListField(
        child=serializers.CharField(max_length=40),
        required=False,
        help_text="codes of the topics that stand on the agenda; none: all",
    )
    enabled = serializers.BooleanField(default=True)


class AddScheduleInput(ChangeScheduleInput):
    kind = serializers.ChoiceField(CycleKind.choices)
    level = serializers.PrimaryKeyRelatedField(
        queryset=AreaLevel.objects.all(), required=False, allow_null=True
    )
    area = serializers.SlugRelatedField("code", queryset=Area.objects.open(), required=False, allow_null=True)
