"""Indicators and their values over REST."""

import csv
from io import StringIO

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import viewsets
from rest_framework.response import Response
from rest_framework.settings import api_settings

from governance.kernel.api import CsvRenderer
from governance.kernel.tables import safe_cell
from governance.statistics import registry
from governance.statistics.counting import AREA
from governance.statistics.enums import Right
from governance.statistics.questions import read_question, refuse_unknown
from governance.statistics.reading import BY, Reading, Row, read_value
from governance.statistics.serializers.values import (
    VALUE_SHAPE,
    IndicatorSerializer,
    indicator_entry,
    value_answer,
)


class IndicatorViewSet(viewsets.ViewSet):
    """The dictionary: what is published, by which formula."""

    required_right = Right.VIEW

    @extend_schema(operation_id="statistics_indicators", responses=IndicatorSerializer(many=True))
    def list(self, request):
        """Every indicator with its definition."""
        refuse_unknown(request.query_params, {"format"})
        return Response([indicator_entry(indicator) for indicator in registry.indicators().values()])


def _parameter(name: str, text: str, kind=OpenApiTypes.STR, **options) -> OpenApiParameter:
    return OpenApiParameter(name, kind, OpenApiParameter.QUERY, description=text, **options)


class ValueViewSet(viewsets.ViewSet):
    """The figures of one indicator in one area."""

    required_right = Right.VIEW
    renderer_classes = [*api_settings.DEFAULT_RENDERER_CLASSES, CsvRenderer]

    @extend_schema(
        operation_id="statistics_values",
        responses={(200, "application/json"): VALUE_SHAPE, (200, "text/csv"): OpenApiTypes.STR},
        parameters=[
            _parameter("indicator", "key from the dictionary", required=True),
            _parameter("area", "code of an area within the client's reach", required=True),
            _parameter("from", "first day of a flow; default: 365 days ending on `to`", OpenApiTypes.DATE),
            _parameter("to", "last day of a flow; default: `as_of`", OpenApiTypes.DATE),
            _parameter("by", "cut the figure by child areas, days or months", enum=BY),
            _parameter("as_of", "day of stocks and of the boundaries; default: today", OpenApiTypes.DATE),
        ],
    )
    def list(self, request):
        """An indicator's numerator, denominator and value, exact to the second, with the lists behind them.

        Shares are percentages with four decimals, null when the denominator is 0. With `by`, `rows` add up to the
        whole; what hangs on the area itself is a last row of its own. Unknown keys, dates or parameters: 400.
        """
        question = read_question(request.query_params.dict(), request.user)
        reading = read_value(question.indicator, area=question.area, span=question.span, by=question.by)
        if request.accepted_renderer.format == "csv":
            return _csv(reading, question.by)
        return Response(value_answer(reading, question.by, request.build_absolute_uri))


def _csv(reading: Reading, by: str | None) -> HttpResponse:
    """The rows, or the whole as one row. Codes and names are quoted text, numbers are bare."""
    whole = Row(reading.area.code, reading.area.name, reading.numerator, reading.denominator, reading.value)
    file = StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([by or AREA, "name", "numerator", "denominator", "value"])
    for row in reading.rows if by else [whole]:
        numbers = ["" if number is None else number for number in (row.numerator, row.denominator, row.value)]
        writer.writerow([row.key, safe_cell(row.name), *numbers])
    answer = HttpResponse("\ufeff" + file.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{reading.indicator.key}.{reading.area.code}.csv"'
    answer["Cache-Control"] = "no-store"
    return answer
