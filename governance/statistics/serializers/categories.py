from rest_framework import serializers


class SortSerializer(serializers.Serializer):
    """Rows of one category."""

    key = serializers.CharField(help_text="what the list's filter takes")
    name = serializers.CharField()
    count = serializers.IntegerField()
    share = serializers.FloatField(help_text="per cent of the whole")


class BreakdownSerializer(serializers.Serializer):
    """A figure by categories, the largest first."""

    indicator = serializers.CharField(source="reading.indicator.key")
    area = serializers.CharField(source="reading.area.code")
    total = serializers.IntegerField()
    categories = SortSerializer(source="sorts", many=True)
    rest = serializers.IntegerField(help_text="rows of all further categories")
    withheld = serializers.IntegerField(help_text="rows that are counted and not shown to the client")
