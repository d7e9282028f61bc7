"""The shapes of the dictionary."""

from rest_framework import serializers

from governance.statistics.alternatives import Result
from governance.statistics.definitions import FLOW, STOCK, Group
from governance.statistics.dictionary import Entry
from governance.statistics.models import IndicatorVersion
from governance.statistics.reading import Row


class IndicatorVersionSerializer(serializers.ModelSerializer):
    """A definition as it stood from a moment on. `wording` differs where the rows are counted another way."""

    class Meta:
        model = IndicatorVersion
        fields = ("number", "since", "name", "unit", "formula", "numerator", "denominator", "wording")


class IndicatorSerializer(serializers.Serializer):
    """An entry of the dictionary. `numerator` and `denominator` say in words what is counted."""

    key = serializers.CharField()
    name = serializers.CharField()
    unit = serializers.CharField()
    block = serializers.ChoiceField(Group.values)
    kind = serializers.ChoiceField([FLOW, STOCK])
    per = serializers.FloatField(help_text="a share is out of so many")
    formula = serializers.CharField()
    numerator = serializers.CharField()
    denominator = serializers.CharField(allow_null=True)
    levels = serializers.ListField(child=serializers.CharField())
    records = serializers.ListField(child=serializers.CharField(), help_text="what kinds of rows are counted")
    timing = serializers.CharField(help_text="how the figure keeps up with its rows, in words")
    owner = serializers.CharField(help_text="the department that answers for it")
    lowest = serializers.FloatField(allow_null=True, help_text="of the valid range; null: no bound")
    highest = serializers.FloatField(allow_null=True, help_text="of the valid range; null: no bound")
    on_board = serializers.BooleanField(help_text="on a board for which nobody has named indicators")
    version = serializers.IntegerField(allow_null=True, help_text="which figures are reckoned by")
    since = serializers.DateTimeField(allow_null=True)
    versions = IndicatorVersionSerializer(many=True)
    alternatives = serializers.ListField(
        child=serializers.CharField(), help_text="keys of all definitions of the figure, this one included"
    )
    published = serializers.CharField(help_text="key of the one that the client's own area publishes by")


class AlternativeRowSerializer(serializers.Serializer):
    """An area below by one definition."""

    area = serializers.CharField()
    name = serializers.CharField()
    numerator = serializers.IntegerField(allow_null=True)
    denominator = serializers.IntegerField(allow_null=True)
    value = serializers.FloatField(allow_null=True)
    apart = serializers.FloatField(
        allow_null=True, help_text="value less the published one; of shares, in points"
    )


class AlternativeSerializer(serializers.Serializer):
    """What one definition gives for an area and those below, beside the published one."""

    indicator = serializers.CharField()
    name = serializers.CharField()
    formula = serializers.CharField()
    is_published = serializers.BooleanField()
    numerator = serializers.IntegerField(allow_null=True)
    denominator = serializers.IntegerField(allow_null=True)
    value = serializers.FloatField(allow_null=True)
    apart = serializers.FloatField(
        allow_null=True, help_text="value less the published one; of shares, in points"
    )
    rows = AlternativeRowSerializer(many=True)


def indicator_entry(entry: Entry) -> dict:
    indicator, group = entry.indicator, entry.alternatives
    versions = IndicatorVersionSerializer(entry.versions, many=True).data
    return {
        "key": indicator.key,
        "name": str(indicator.name),
        "unit": str(indicator.unit),
        "block": indicator.group.value,
        "kind": indicator.kind,
        "per": indicator.per,
        "formula": str(indicator.formula),
        "numerator": str(indicator.numerator.label),
        "denominator": str(indicator.denominator.label) if indicator.denominator else None,
        "levels": list(indicator.levels),
        "records": entry.records,
        "timing": entry.timing,
        "owner": entry.owner,
        "lowest": entry.valid_range.lowest,
        "highest": entry.valid_range.highest,
        "on_board": entry.on_board,
        "version": versions[-1]["number"] if versions else None,
        "since": versions[-1]["since"] if versions else None,
        "versions": versions,
        "alternatives": list(group.indicators) if group else [],
        "published": entry.published.key,
    }


def alternative_answer(result: Result) -> dict:
    reading = result.reading
    return {
        "indicator": reading.indicator.key,
        "name": str(reading.indicator.name),
        "formula": str(reading.indicator.formula),
        "is_published": result.is_published,
        "numerator": reading.numerator,
        "denominator": reading.denominator,
        "value": reading.value,
        "apart": result.apart,
        "rows": [_row(row, apart) for row, _difference, apart in result.rows()],
    }


def _row(row: Row, apart: float | None) -> dict:
    return {
        "area": row.key,
        "name": row.name,
        "numerator": row.numerator,
        "denominator": row.denominator,
        "value": row.value,
        "apart": apart,
    }
