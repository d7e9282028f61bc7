from rest_framework import serializers

from governance.dispatch.enums import CycleKind
from governance.dispatch.models import ActionItem
from governance.dispatch.models.actions import EVIDENCE


class ActionItemSerializer(serializers.ModelSerializer):
    """`area_code` is where the owner is; `set_by` names the office whose meeting set the task."""

    area_name = serializers.CharField(read_only=True)
    cycle_kind = serializers.ChoiceField(CycleKind.choices, read_only=True)
    cycle_period = serializers.CharField(read_only=True)
    co_names = serializers.CharField(read_only=True, help_text="offices that help")
    set_by = serializers.CharField(read_only=True)
    listed_times = serializers.IntegerField(read_only=True, help_text="later cycles it stood in")

    class Meta:
        model = ActionItem
        fields = (
            "id", "text", "standard", "area_code", "area_name", "post", "co_names", "cycle", "cycle_kind",
            "cycle_period", "set_by", "decided_on", "due_on", "state", "evidence", "ended_on", "listed_times",
        )  # fmt: skip
        read_only_fields = fields


class EvidenceInput(serializers.Serializer):
    evidence = serializers.CharField(max_length=EVIDENCE, required=False, allow_blank=True)
    picture = serializers.FileField(required=False)


class ActionReasonInput(serializers.Serializer):
    note = serializers.CharField(max_length=500)
