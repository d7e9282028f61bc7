"""A figure by categories over REST."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import viewsets
from rest_framework.response import Response

from governance.statistics.categories import break_down
from governance.statistics.enums import Right
from governance.statistics.questions import find_indicator, read_place
from governance.statistics.reading import read_value
from governance.statistics.serializers.categories import BreakdownSerializer


class CategoryViewSet(viewsets.ViewSet):
    """What kinds of rows a figure is made of."""

    required_right = Right.VIEW

    @extend_schema(
        operation_id="statistics_categories",
        responses=BreakdownSerializer,
        parameters=[
            OpenApiParameter("indicator", str, required=True, description="key from the dictionary"),
            OpenApiParameter("area", str, description="code of an area within the client's reach"),
            OpenApiParameter("from", str, description="first day of a flow"),
            OpenApiParameter("to", str, description="last day of a flow"),
            OpenApiParameter("as_of", str, description="day of stocks and of the boundaries"),
        ],
    )
    def list(self, request):
        """The largest eight, the rest, and how many rows are counted and not shown to the client: together the figure.

        404 for an indicator whose rows have no categories, 403 where the client may not open their list.
        """
        given = {name: value for name, value in request.query_params.items() if name != "format"}
        indicator = find_indicator(given.pop("indicator", ""))
        area, span = read_place(given, request.user)
        found = break_down(read_value(indicator, area=area, span=span), request.user)
        return Response(BreakdownSerializer(found, context={"request": request}).data)
