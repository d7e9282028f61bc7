from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

from disputes.actions.litigation import correct_figures, define_rate, report_figures
from disputes.enums.rights import Right
from disputes.filters.litigation import LitigationFilter, RateDefinitionFilter
from disputes.models import LitigationFigure, RateDefinition
from disputes.presenting import litigation
from disputes.serializers.litigation import (
    CorrectionInput,
    DefinitionInput,
    FiguresInput,
    LitigationFigureSerializer,
    LitigationRatesSerializer,
    RateDefinitionSerializer,
)
from disputes.tables.litigation import LITIGATION, RATE_DEFINITIONS
from governance.kernel.api import ScopedViewSet
from governance.kernel.scope import demand
from governance.statistics.enums import Right as StatisticsRight
from governance.statistics.questions import find_area, own_area_code, read_span, refuse_unknown


class LitigationFigureViewSet(ScopedViewSet):
    """What the courts of a county took in, month by month, and its population."""

    queryset = LitigationFigure.objects.for_list()
    required_right = StatisticsRight.VIEW
    action_rights = {"create": Right.LITIGATION, "correct": Right.LITIGATION}
    serializer_class = LitigationFigureSerializer
    filterset_class = LitigationFilter
    order = ("-month", "area_code", "id")
    layout = LITIGATION

    @extend_schema(request=FiguresInput, responses={201: LitigationFigureSerializer})
    def create(self, request):
        """Write down a month of a county."""
        read = FiguresInput(data=request.data)
        read.is_valid(raise_exception=True)
        given = dict(read.validated_data)
        figure = report_figures(given.pop("area"), by=request.user, **given)
        return Response(self._row(figure.pk), status=201)

    @extend_schema(request=CorrectionInput, responses=LitigationFigureSerializer)
    @action(detail=True, methods=["post"])
    def correct(self, request, pk=None):
        """Put a month right, with the reason; what stood there is kept."""
        figure = self.get_object()
        demand(request.user, Right.LITIGATION, figure.area_code)
        read = CorrectionInput(data=request.data)
        read.is_valid(raise_exception=True)
        correct_figures(figure, by=request.user, **read.validated_data)
        return Response(self._row(figure.pk))

    def _row(self, pk: int) -> dict:
        return self.get_queryset().filter(pk=pk).values(*self.columns).get()


class RateDefinitionViewSet(ScopedViewSet):
    """From which day a place reckons a rate which way."""

    queryset = RateDefinition.objects.for_list()
    required_right = StatisticsRight.VIEW
    action_rights = {"create": Right.LITIGATION}
    serializer_class = RateDefinitionSerializer
    filterset_class = RateDefinitionFilter
    layout = RATE_DEFINITIONS

    @extend_schema(request=DefinitionInput, responses={201: RateDefinitionSerializer})
    def create(self, request):
        """Reckon a rate another way from this month on or later."""
        read = DefinitionInput(data=request.data)
        read.is_valid(raise_exception=True)
        given = dict(read.validated_data)
        chosen = define_rate(given.pop("area"), by=request.user, **given)
        row = self.get_queryset().filter(pk=chosen.pk).values(*self.columns).get()
        return Response(row, status=201)


def _asked(name: str, text: str) -> OpenApiParameter:
    return OpenApiParameter(name, str, OpenApiParameter.QUERY, description=text)


class LitigationRatesViewSet(viewsets.ViewSet):
    """The rates of an area as it reckons them."""

    required_right = StatisticsRight.VIEW

    @extend_schema(
        operation_id="litigation_rates",
        responses=LitigationRatesSerializer,
        parameters=[
            _asked("area", "code of an area within the client's reach; default: the client's own"),
            _asked("from", "first day; without days this year so far"),
            _asked("to", "last day"),
            _asked("as_of", "day of the boundaries; default: today"),
        ],
    )
    def list(self, request):
        """Both rates with the definition in force at the end of the period, and filings beside the year before."""
        given = request.query_params.dict()
        refuse_unknown(given, {"area", "from", "to", "as_of", "format"})
        span = litigation.this_year(given, read_span(given))
        area = find_area(given.get("area") or own_area_code(request.user), request.user, span.as_of)
        whole, rows = litigation.filings(area, span)
        answer = {"rates": litigation.rates(area, span), "filings": whole, "areas": rows}
        return Response(LitigationRatesSerializer(answer).data)
