"""The dictionary of indicators over REST."""

from drf_spectacular.utils import extend_schema
from rest_framework import viewsets
from rest_framework.response import Response

from governance.statistics import registry
from governance.statistics.enums import Right
from governance.statistics.questions import refuse_unknown
from governance.statistics.serializers.values import IndicatorSerializer, indicator_entry


class IndicatorViewSet(viewsets.ViewSet):
    """The dictionary: what is published, by which formula."""

    required_right = Right.VIEW

    @extend_schema(operation_id="statistics_indicators", responses=IndicatorSerializer(many=True))
    def list(self, request):
        """Every indicator with its definition."""
        refuse_unknown(request.query_params, {"format"})
        return Response([indicator_entry(indicator) for indicator in registry.indicators().values()])
