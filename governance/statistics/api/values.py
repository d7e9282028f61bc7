"""Values of indicators over REST: one figure, or many in many areas."""

from contextlib import nullcontext
from itertools import chain

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import viewsets
from rest_framework.response import Response
from rest_framework.settings import api_settings

from governance.kernel import bulk
from governance.kernel.conditional import tagged
from governance.kernel.throttling import take_place
from governance.statistics.answering import Answer, answers
from governance.statistics.enums import HEAVY_NUMBERS, MOST_AREAS, MOST_INDICATORS, Right
from governance.statistics.questions import (
    AS_OF,
    TODAY,
    YEAR,
    Question,
    read_question,
    read_questions,
    refuse_several,
)
from governance.statistics.reading import BY
from governance.statistics.serializers.values import (
    MATRIX_SHAPE,
    VALUE_SHAPE,
    table_head,
    table_rows,
    value_answer,
)

_FORMATS = [*api_settings.DEFAULT_RENDERER_CLASSES, bulk.JsonLinesRenderer, *bulk.TABLE_FORMATS]


def _asked(name: str, text: str, kind=OpenApiTypes.STR, **options) -> OpenApiParameter:
    return OpenApiParameter(name, kind, OpenApiParameter.QUERY, description=text, **options)


_HOW = [
    _asked("from", "first day of a flow; default: 365 days ending on `to`", OpenApiTypes.DATE),
    _asked("to", "last day of a flow; default: `as_of`", OpenApiTypes.DATE),
    _asked("by", "cut the figure by child areas, days, weeks or months", enum=BY),
    _asked("as_of", "day of stocks and of the boundaries; default: today", OpenApiTypes.DATE),
    _asked("boundaries", "areas as they lay on `as_of` (default) or lie today", enum=(AS_OF, TODAY)),
    _asked("compare", "give the same days of the year before as well", enum=(YEAR,)),
]


class ValueViewSet(viewsets.ViewSet):
    """The figures of one indicator in one area."""

    required_right = Right.VIEW
    renderer_classes = _FORMATS

    @extend_schema(
        operation_id="statistics_values",
        responses=VALUE_SHAPE,
        parameters=[
            _asked("indicator", "key from the dictionary", required=True),
            _asked("area", "code of an area within the client's reach", required=True),
            *_HOW,
        ],
    )
    def list(self, request):
        """An indicator's numerator, denominator and value, exact to the second, with the lists behind them.

        Shares are percentages with four decimals, null when the denominator is 0. With `by`, `rows` add up to the
        whole; what hangs on the area itself is a last row of its own. Unknown keys, dates or parameters: 400. The
        answer bears an `ETag`; asked with `If-None-Match`, what has not changed is 304.
        """
        refuse_several(request.query_params)
        question = read_question(request.query_params.dict(), request.user)
        [found] = answers(question)
        return tagged(request, _said([found]), lambda: _value(request, question, found))


class MatrixViewSet(viewsets.ViewSet):
    """The figures of several indicators in several areas, in one call."""

    required_right = Right.VIEW
    renderer_classes = _FORMATS

    @extend_schema(
        operation_id="statistics_matrix",
        responses=MATRIX_SHAPE,
        parameters=[
            _asked(
                "indicator",
                f"keys from the dictionary: repeated or with commas, at most {MOST_INDICATORS}",
                required=True,
            ),
            _asked(
                "area",
                f"codes of areas within reach: repeated or with commas, at most {MOST_AREAS}",
                required=True,
            ),
            *_HOW,
        ],
    )
    def list(self, request):
        """As `statistics/values/`, for every indicator in every area: the areas in their order, in each the indicators.

        However many are asked for, a call takes the same number of statements. More than 100,000 numbers: 400.
        """
        question = read_questions(
            request.query_params.dict(), _many(request, "indicator"), _many(request, "area"), request.user
        )
        with take_place(request) if question.numbers > HEAVY_NUMBERS else nullcontext():
            found = answers(question)
        return tagged(request, _said(found), lambda: _matrix(request, question, found))


def _many(request, name: str) -> list[str]:
    return list(chain.from_iterable(text.split(",") for text in request.query_params.getlist(name)))


def _said(found: list[Answer]) -> list[tuple]:
    """What tells two answers to the same question apart."""
    return [
        (str(reading.indicator.name), str(reading.indicator.unit), reading.area.name, reading.span, reading.numerator,
         reading.denominator, reading.value, reading.rows)
        for answer in found
        for reading in (answer.now, answer.before)
        if reading
    ]  # fmt: skip


def _value(request, question: Question, found: Answer):
    reading = found.now
    head, rows = table_head(question.by, question.compare), table_rows(found, question.by)
    if request.accepted_renderer.format == "json":
        return Response(value_answer(found, question.by, request.build_absolute_uri))
    lines = (dict(zip(head, row, strict=True)) for row in rows)
    return _file(request, f"{reading.indicator.key}.{reading.area.code}", head, rows, lines)


def _matrix(request, question: Question, found: list[Answer]):
    values = (value_answer(answer, question.by, request.build_absolute_uri) for answer in found)
    if request.accepted_renderer.format == "json":
        return Response({"count": len(found), "results": list(values)})
    head = ["indicator", "in_area", *table_head(question.by, question.compare)]
    rows = (
        [answer.now.indicator.key, answer.now.area.code, *row]
        for answer in found
        for row in table_rows(answer, question.by)
    )
    return _file(request, "statistics", head, rows, values)


def _file(request, name: str, head: list[str], rows, lines):
    """The rows as a table, or the lines as objects."""
    kind = request.accepted_renderer.format
    if kind == "jsonl":
        return bulk.json_lines(lines, name)
    return (bulk.csv_table if kind == "csv" else bulk.workbook)(head, rows, name)
