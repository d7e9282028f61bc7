"""The shapes of the statistics API."""

from drf_spectacular.utils import inline_serializer
from rest_framework import serializers

from governance.statistics.answering import Answer
from governance.statistics.counting import AREA
from governance.statistics.reading import Reading, Row

_NUMBERS = {
    "numerator": serializers.IntegerField(allow_null=True),
    "denominator": serializers.IntegerField(allow_null=True),
    "value": serializers.FloatField(allow_null=True, help_text="shares in percent, four decimals"),
}
_SPAN = {
    "from": serializers.DateField(allow_null=True),
    "to": serializers.DateField(allow_null=True),
    "as_of": serializers.DateField(),
}
_ROW = inline_serializer(
    "StatisticRow",
    {
        "area": serializers.CharField(required=False),
        "day": serializers.DateField(required=False),
        "week": serializers.CharField(required=False, help_text="ISO week, 2026-W05"),
        "month": serializers.CharField(required=False),
        "name": serializers.CharField(),
        **_NUMBERS,
        "before": serializers.FloatField(
            required=False, allow_null=True, help_text="with `compare`: the value of the year before"
        ),
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
_BEFORE = inline_serializer("StatisticBefore", {**_SPAN, **_NUMBERS}, required=False)
_VALUE = {
    "indicator": serializers.CharField(),
    "area": serializers.CharField(),
    **_SPAN,
    "unit": serializers.CharField(),
    **_NUMBERS,
    "rows": _ROW,
    "lists": _LISTS,
    "before": _BEFORE,
    "change": serializers.FloatField(
        required=False,
        allow_null=True,
        help_text="with `compare`: value less the one before; of shares, in points",
    ),
    "change_rate": serializers.FloatField(
        required=False, allow_null=True, help_text="with `compare`: the change in percent of the value before"
    ),
}
VALUE_SHAPE = inline_serializer("StatisticValue", _VALUE)
MATRIX_SHAPE = inline_serializer(
    "StatisticMatrix",
    {
        "count": serializers.IntegerField(),
        "results": inline_serializer("StatisticValue", _VALUE, many=True),
    },
)


def value_answer(answer: Answer, by: str | None, absolute) -> dict:
    """The answer for one reading; `absolute` makes addresses whole."""
    reading = answer.now
    found = {
        "indicator": reading.indicator.key,
        "area": reading.area.code,
        **_span(reading),
        "unit": str(reading.indicator.unit),
        **_numbers(reading),
        "rows": [row_answer(*pair, by, answer.before is not None) for pair in answer.pairs(by)],
        "lists": {name: url and absolute(url) for name, url in reading.api_lists().items()},
    }
    if answer.before is None:
        return found
    before = {**_span(answer.before), **_numbers(answer.before)}
    return found | {"before": before, "change": answer.change, "change_rate": answer.change_rate}


def _span(reading: Reading) -> dict:
    return {"from": reading.from_on, "to": reading.to_on, "as_of": reading.span.as_of}


def _numbers(figure: Reading | Row) -> dict:
    return {"numerator": figure.numerator, "denominator": figure.denominator, "value": figure.value}


def row_answer(row: Row, earlier: Row | None, by: str | None, compared: bool) -> dict:
    found = {by: row.key, "name": row.name, **_numbers(row)}
    return found | {"before": earlier and earlier.value} if compared else found


def table_head(by: str | None, compared: bool) -> list[str]:
    """The columns of an answer as a table."""
    return [by or AREA, "name", "numerator", "denominator", "value", *(["before"] if compared else [])]


def table_rows(answer: Answer, by: str | None) -> list[list]:
    """The rows of an answer as lines of a table, or the whole as one line."""
    now, before = answer.now, answer.before
    whole = Row(now.area.code, now.area.name, now.numerator, now.denominator, now.value)
    return [
        [
            row.key,
            row.name,
            row.numerator,
            row.denominator,
            row.value,
            *([earlier and earlier.value] if before else []),
        ]
        for row, earlier in (answer.pairs(by) if by else [(whole, before)])
    ]
