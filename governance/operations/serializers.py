from rest_framework import serializers

from governance.operations.models import SlowStatement


class SlowStatementSerializer(serializers.ModelSerializer):
    mean = serializers.FloatField(help_text="seconds a call")

    class Meta:
        model = SlowStatement
        fields = (
            "id",
            "digest",
            "route",
            "text",
            "calls",
            "mean",
            "longest",
            "seconds",
            "first_at",
            "last_at",
        )
