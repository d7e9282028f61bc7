from rest_framework import serializers

from governance.dispatch.enums import CycleKind
from governance.dispatch.models import Cycle, CycleItem


class CycleSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)

    class Meta:
        model = Cycle
        fields = (
            "id", "kind", "period", "area_code", "area_name", "due_on", "created_at",
            "late_count", "carried_count", "task_count", "closed_count", "state", "meets_on", "place",
            "issued_on", "issue_year", "issue_no", "content_hash",
        )  # fmt: skip


class CycleItemSerializer(serializers.ModelSerializer):
    class Meta:
        model = CycleItem
        fields = (
            "id", "key", "topic", "title", "url", "owner", "owner_area", "action", "lag", "days_late", "times",
            "first_on",
        )  # fmt: skip


class CycleLineSerializer(CycleItemSerializer):
    """A line of some cycle, with the cycle it stands in."""

    area_name = serializers.CharField(read_only=True)
    cycle_kind = serializers.ChoiceField(CycleKind.choices, read_only=True)
    cycle_period = serializers.CharField(read_only=True)

    class Meta(CycleItemSerializer.Meta):
        fields = ("cycle", "cycle_kind", "cycle_period", "area_name", *CycleItemSerializer.Meta.fields)
        read_only_fields = fields
