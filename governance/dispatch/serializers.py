from rest_framework import serializers

from governance.dispatch.models import Cycle, CycleItem


class CycleSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)

    class Meta:
        model = Cycle
        fields = (
            "id", "kind", "period", "area_code", "area_name", "due_on", "created_at",
            "late_count", "carried_count", "closed_count",
        )  # fmt: skip


class CycleItemSerializer(serializers.ModelSerializer):
    class Meta:
        model = CycleItem
        fields = ("key", "topic", "title", "url", "owner", "lag", "days_late", "times")
