from rest_framework import serializers

from governance.statistics.enums import MOST_TILES, Period
from governance.statistics.models import BoardView
from governance.statistics.models.facts import KEY_LENGTH


class BoardViewSerializer(serializers.ModelSerializer):
    """A board one keeps: its tiles in order, the days its flows cover, the indicator shown in depth."""

    area = serializers.CharField(source="area.code")

    class Meta:
        model = BoardView
        fields = ("id", "name", "area", "indicators", "shown", "period", "from_on", "to_on", "is_first")


class BoardViewInput(serializers.Serializer):
    name = serializers.CharField(max_length=20)
    area = serializers.CharField(help_text="code of an area within the client's reach")
    indicators = serializers.ListField(
        child=serializers.CharField(max_length=KEY_LENGTH),
        max_length=MOST_TILES,
        allow_empty=False,
        help_text="keys from the dictionary, in the order of the tiles",
    )
    shown = serializers.CharField(max_length=KEY_LENGTH, allow_blank=True, default="")
    period = serializers.ChoiceField(Period.choices, default=Period.YEAR)
    from_on = serializers.DateField(allow_null=True, default=None, help_text="of a fixed period")
    to_on = serializers.DateField(allow_null=True, default=None, help_text="of a fixed period")
    is_first = serializers.BooleanField(default=False, help_text="the board opens with it")
