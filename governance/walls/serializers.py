from rest_framework import serializers

from governance.walls.enums import MOST_MAPPED, MOST_TILES
from governance.walls.models import Wall


class WallSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()

    class Meta:
        model = Wall
        fields = (
            "id", "name", "area_code", "area_name", "tiles", "mapped",
            "created_at", "expires_at", "last_seen_at", "revoked_at",
        )  # fmt: skip


class WallOpenSerializer(serializers.Serializer):
    """A wall to put up. Without indicators the usual ones are shown."""

    area = serializers.RegexField(r"^[0-9]{1,18}\Z", help_text="code of a community or an area above")
    name = serializers.CharField(max_length=60)
    expires_on = serializers.DateField(help_text="the last day the address is good on")
    tiles = serializers.ListField(
        child=serializers.CharField(max_length=60), required=False, allow_empty=False, max_length=MOST_TILES
    )
    mapped = serializers.ListField(
        child=serializers.CharField(max_length=60), required=False, allow_empty=False, max_length=MOST_MAPPED
    )


class OpenedWallSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    address = serializers.URLField(help_text="opens the wall without a log-in; told this once")
