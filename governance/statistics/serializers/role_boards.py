from rest_framework import serializers

from governance.statistics.enums import MOST_TILES
from governance.statistics.models.facts import KEY_LENGTH


class _KeyList(serializers.ListField):
    child = serializers.CharField(max_length=KEY_LENGTH)


class RoleBoardSerializer(serializers.Serializer):
    """What a role steers by; no indicators: it sees what `others` see."""

    code = serializers.CharField()
    name = serializers.CharField()
    indicators = _KeyList()
    shown = serializers.CharField(allow_blank=True)
    is_own = serializers.BooleanField(help_text="chosen by the administrator, not as the preset says")


class RoleBoardInput(serializers.Serializer):
    indicators = _KeyList(
        max_length=MOST_TILES,
        allow_empty=False,
        help_text="keys from the dictionary, in the order of the tiles, each once",
    )
    shown = serializers.CharField(max_length=KEY_LENGTH, allow_blank=True, default="")
