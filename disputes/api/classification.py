from django.core.exceptions import BadRequest
from django.http import Http404
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import viewsets
from rest_framework.response import Response

from disputes.actions.classification import map_category
from disputes.enums.classification import Scheme
from disputes.enums.rights import Right
from disputes.filters.disputes import DisputeFilter
from disputes.models import Dispute
from disputes.models.standard import standard_columns
from disputes.presenting import categories
from disputes.serializers.classification import (
    CategoryReportSerializer,
    MapInput,
    MapRowSerializer,
    StandardRowSerializer,
)
from disputes.tables.standard import STANDARD_ROWS
from governance.kernel.api import ScopedViewSet


def _asked(name: str, text: str) -> OpenApiParameter:
    return OpenApiParameter(name, str, OpenApiParameter.QUERY, description=text)


class CategoryReportViewSet(viewsets.ViewSet):
    """Disputes of a period by kind."""

    required_right = Right.VIEW

    @extend_schema(
        operation_id="disputes_category_report",
        responses=CategoryReportSerializer,
        parameters=[
            _asked("scheme", "empty: GB/T 31000; justice: the count of the justice offices"),
            _asked("area", "code of an area within the client's reach"),
            _asked("accepted_from", "first day; without days the month so far"),
            _asked("accepted_to", "last day"),
        ],
    )
    def list(self, request):
        """The disputes accepted in a period by kind, from the rows of the list under the same area and days."""
        asked = categories.asked_of(request.query_params)
        rows = categories.filtered(asked, request)
        if not rows.is_valid():
            raise BadRequest(_("筛选条件有误：口径填 justice 或留空，日期写成 2026-01-31 的样子。"))
        lines = categories.report(rows.qs, rows.form.cleaned_data["scheme"], asked)
        report = {"lines": lines, "total": categories.total(lines)}
        report["withheld"] = categories.withheld(asked, request)
        return Response(CategoryReportSerializer(report).data)


class CategoryMapViewSet(viewsets.ViewSet):
    """Which kind of another scheme each category counts as."""

    required_right = Right.CATALOGUE

    @extend_schema(
        operation_id="disputes_category_map",
        responses=MapRowSerializer(many=True),
        parameters=[_asked("scheme", "justice, which is the default")],
    )
    def list(self, request):
        """Every category with its kind, said of itself or following from its first level."""
        scheme = request.query_params.get("scheme", Scheme.JUSTICE)
        if scheme not in Scheme.values:
            raise Http404
        return Response(MapRowSerializer(categories.map_rows(scheme), many=True).data)

    @extend_schema(
        operation_id="disputes_map_category", request=MapInput, responses=MapRowSerializer(many=True)
    )
    def create(self, request):
        """Say where a category counts; reports of past periods follow."""
        read = MapInput(data=request.data)
        read.is_valid(raise_exception=True)
        map_category(by=request.user, **read.validated_data)
        rows = categories.map_rows(read.validated_data["scheme"])
        return Response(MapRowSerializer(rows, many=True).data)


class StandardRowViewSet(ScopedViewSet):
    """Disputes in the columns of GB/T 31000-2015 T30, masked; `format=csv` is the file."""

    queryset = Dispute.objects.all()
    required_right = Right.VIEW
    serializer_class = StandardRowSerializer
    filterset_class = DisputeFilter
    order = ("-case_id",)
    layout = STANDARD_ROWS

    def get_queryset(self):
        return super().get_queryset().annotate(**standard_columns())
