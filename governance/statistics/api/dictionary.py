"""The dictionary of indicators over REST."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.kernel.conditional import tagged
from governance.kernel.days import today
from governance.statistics.alternatives import read_alternatives
from governance.statistics.dictionary import read_entries, read_entry, search
from governance.statistics.enums import LONGEST_SEARCH, Right
from governance.statistics.questions import (
    explained_indicator,
    find_area,
    own_area,
    read_span,
    refuse_unknown,
)
from governance.statistics.serializers.dictionary import (
    AlternativeSerializer,
    IndicatorSerializer,
    alternative_answer,
    indicator_entry,
)


def _asked(name: str, text: str, kind=OpenApiTypes.DATE, **options) -> OpenApiParameter:
    return OpenApiParameter(name, kind, OpenApiParameter.QUERY, description=text, **options)


_WORDS = f"words that name, key, formula or owner must all have, at most {LONGEST_SEARCH} characters"


class IndicatorViewSet(viewsets.ViewSet):
    """The dictionary: what is published, by which formula, in which version."""

    required_right = Right.VIEW
    lookup_field = "key"
    lookup_value_regex = r"[A-Za-z0-9_.-]{1,60}"

    @extend_schema(
        operation_id="statistics_indicators",
        responses=IndicatorSerializer(many=True),
        parameters=[_asked("q", _WORDS, OpenApiTypes.STR)],
    )
    def list(self, request):
        """Every indicator with its definition and its versions. Bears an `ETag`; what has not changed is 304."""
        refuse_unknown(request.query_params, {"format", "q"})
        entries = read_entries(own_area(request.user, today()), today())
        asked = request.query_params.get("q", "")[:LONGEST_SEARCH]
        found = [indicator_entry(entry) for entry in search(entries, asked)]
        return tagged(request, str(found), lambda: Response(found))

    @extend_schema(operation_id="statistics_indicator", responses=IndicatorSerializer)
    def retrieve(self, request, key=None):
        """One indicator."""
        refuse_unknown(request.query_params, {"format"})
        indicator, area = explained_indicator(key), own_area(request.user, today())
        found = indicator_entry(read_entry(indicator.key, area, today()))
        return tagged(request, str(found), lambda: Response(found))

    @extend_schema(
        operation_id="statistics_indicator_alternatives",
        responses=AlternativeSerializer(many=True),
        parameters=[
            _asked("area", "code of an area within the client's reach", OpenApiTypes.STR, required=True),
            _asked("from", "first day of a flow; default: 365 days ending on `to`"),
            _asked("to", "last day of a flow; default: `as_of`"),
            _asked("as_of", "day of stocks and of the boundaries; default: today"),
        ],
    )
    @action(detail=True)
    def alternatives(self, request, key=None):
        """What each definition of the figure gives for an area and those below; the indicator alone if it has one.

        Looking changes nothing: `is_published` says which one the area publishes by.
        """
        given = request.query_params.dict()
        refuse_unknown(given, {"format", "area", "from", "to", "as_of"})
        span, indicator = read_span(given), explained_indicator(key)
        area = find_area(given.get("area", ""), request.user, span.as_of)
        results = read_alternatives(read_entry(indicator.key, area, span.to_on), area, span)
        found = [alternative_answer(one) for one in results]
        return tagged(request, str(found), lambda: Response(found))
