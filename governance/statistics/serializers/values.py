"""The shapes of the statistics API."""

from drf_spectacular.utils import inline_serializer
from rest_framework import serializers

from governance.statistics.definitions import FLOW, STOCK, Indicator
from governance.statistics.reading import Reading, Row


class IndicatorSerializer(serializers.Serializer):
    """An entry of the dictionary. `numerator` and `denominator` say in words what is counted."""

    key = serializers.CharField()
    name = serializers.CharField()
    unit = serializers.CharField()
    kind = serializers.ChoiceField([FLOW, STOCK])
    per = serializers.FloatField(help_text="a share is out of so many")
    formula = serializers.CharField()
    numerator = serializers.CharField()
    denominator = serializers.CharField(allow_null=True)
    levels = serializers.ListField(child=serializers.CharField())


_NUMBERS = {
    "numerator": serializers.IntegerField(allow_null=True),
    "denominator": serializers.IntegerField(allow_null=True),
    "value": serializers.FloatField(allow_null=True, help_text="shares in percent, four decimals"),
}
_ROW = inline_serializer(
    "StatisticRow",
    {
        "area": serializers.CharField(required=False),
        "day": serializers.DateField(required=False),
        "month": serializers.CharField(required=False),
        "name": serializers.CharField(),
        **_NUMBERS,
    },
    many=True,
)
_LISTS = inline_serializer(
    "StatisticLists",
    {
        "numerator": serializers.URLField(allow_null=True),
        "denominator": serializers.URLField(allow_null=True),
        "gap": serializers.URLField(allow_null=True),
    },
)
VALUE_SHAPE = inline_serializer(
    "StatisticValue",
    {
        "indicator": serializers.CharField(),
        "area": serializers.CharField(),
        "from": serializers.DateField(allow_null=True),
        "to": serializers.DateField(allow_null=True),
        "as_of": serializers.DateField(),
        "unit": serializers.CharField(),
        **_NUMBERS,
        "rows": _ROW,
        "lists": _LISTS,
    },
)


def indicator_entry(indicator: Indicator) -> dict:
    return {
        "key": indicator.key,
        "name": str(indicator.name),
        "unit": str(indicator.unit),
        "kind": indicator.kind,
        "per": indicator.per,
        "formula": str(indicator.formula),
        "numerator": str(indicator.numerator.label),
        "denominator": str(indicator.denominator.label) if indicator.denominator else None,
        "levels": list(indicator.levels),
    }


def value_answer(reading: Reading, by: str | None, absolute) -> dict:
    """The answer for one reading; `absolute` makes addresses whole."""
    lists = {name: url and absolute(url) for name, url in reading.api_lists().items()}
    return {
        "indicator": reading.indicator.key,
        "area": reading.area.code,
        "from": reading.from_on,
        "to": reading.to_on,
        "as_of": reading.span.as_of,
        "unit": str(reading.indicator.unit),
        "numerator": reading.numerator,
        "denominator": reading.denominator,
        "value": reading.value,
        "rows": [row_answer(row, by) for row in reading.rows],
        "lists": lists,
    }


def row_answer(row: Row, by: str | None) -> dict:
    return {
        by: row.key,
        "name": row.name,
        "numerator": row.numerator,
        "denominator": row.denominator,
        "value": row.value,
    }
