from rest_framework import serializers

from governance.areas.models import Area, BoundaryMap


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


class BoundaryMapSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()

    class Meta:
        model = BoundaryMap
        fields = (
            "id", "area_code", "area_name", "approval_number", "points_given", "points_kept",
            "uploaded_at", "is_in_force",
        )  # fmt: skip


class MapUploadSerializer(serializers.Serializer):
    """A map of an area's children, drawn from now on."""

    area = serializers.RegexField(r"^[0-9]{1,18}\Z", help_text="code of the area whose children are drawn")
    approval_number = serializers.CharField(max_length=40, help_text="审图号, printed under every map")
    document = serializers.JSONField(
        help_text="GeoJSON FeatureCollection: a Polygon or MultiPolygon for each child, `code` in its properties"
    )
