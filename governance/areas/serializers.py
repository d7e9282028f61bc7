from rest_framework import serializers

from governance.areas.models import Area


class AreaSerializer(serializers.ModelSerializer):
    level_name = serializers.CharField(help_text="name of the level")
    successor_code = serializers.CharField(
        allow_null=True, help_text="who took over when the area was closed"
    )

    class Meta:
        model = Area
        fields = [
            "code",
            "name",
            "level",
            "level_name",
            "kind",
            "opened_on",
            "closed_on",
            "successor_code",
        ]
        read_only_fields = fields
