from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiResponse, OpenApiTypes, extend_schema
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from governance.areas.models import Area
from governance.files.actions import apply_import, start_export, start_import, undo_import
from governance.files.answers import XLSX, export_answer, kept_answer
from governance.files.enums import Right
from governance.files.filters import ExportFilter, ImportFilter
from governance.files.layouts import layout_of
from governance.files.lists import source_of
from governance.files.models import TableExport, TableImport
from governance.files.serializers import (
    ExportIn,
    ExportSerializer,
    FaultSerializer,
    ImportIn,
    ImportSerializer,
    UndoIn,
)
from governance.files.tables import EXPORTS, IMPORTS
from governance.kernel.api import ScopedViewSet
from governance.kernel.parsers import StrictJSONParser
from governance.kernel.scope import demand

_FILE = {(200, XLSX): OpenApiResponse(OpenApiTypes.BINARY, "the workbook")}
_EITHER = _FILE | {(200, "text/csv"): OpenApiResponse(OpenApiTypes.STR, "the rows as text")}


class JobViewSet(ScopedViewSet):
    """Jobs by their random number, the latest first."""

    order = ("-id",)
    lookup_field = "number"
    lookup_value_regex = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

    def paginate_queryset(self, queryset):
        """The order's own column travels along for the cursor and stays here."""
        rows = super().paginate_queryset(queryset.values(*self.columns, "id"))
        return [{name: row[name] for name in self.columns} for row in rows]

    def find(self, number):
        return get_object_or_404(self.get_queryset(), number=number)


class ImportViewSet(JobViewSet):
    """Ledgers that came as files. Uploaded, checked by the portal within seconds, written on `apply`."""

    queryset = TableImport.objects.all()
    required_right = Right.IMPORT
    parser_classes = [MultiPartParser, StrictJSONParser]
    serializer_class = ImportSerializer
    filterset_class = ImportFilter
    layout = IMPORTS

    @extend_schema(request={"multipart/form-data": ImportIn}, responses={201: ImportSerializer})
    def create(self, request):
        """Send a file. 409 with a sentence when it cannot be read as this ledger."""
        sent = ImportIn(data=request.data)
        sent.is_valid(raise_exception=True)
        data = sent.validated_data
        area = get_object_or_404(
            Area.objects.for_user(request.user).select_related("successor"), code=data["area"]
        )
        layout = layout_of(data["layout"])
        options = {"upload": data["file"], "mode": data["mode"], "target": data["target"]}
        kept = start_import(layout, by=request.user, area=area, **options)
        return Response(ImportSerializer(kept).data, status=201)

    @extend_schema(responses=FaultSerializer(many=True))
    @action(detail=True, pagination_class=None, filterset_class=None)
    def faults(self, request, number):
        """The first thousand faults, by row. The result workbook has them all."""
        faults = self.find(number).faults.order_by("row_number", "id")
        return Response(list(faults.values("row_number", "column", "words")[:1000]))

    @extend_schema(request=None, responses=ImportSerializer)
    @action(detail=True, methods=["post"])
    def apply(self, request, number):
        """Have the checked rows written."""
        apply_import(self.find(number), by=request.user)
        return self.retrieve(request, number=number)

    @extend_schema(request=UndoIn, responses=ImportSerializer)
    @action(detail=True, methods=["post"])
    def undo(self, request, number):
        """Put every row back as it was; rows changed since are left."""
        found = self.find(number)
        demand(request.user, layout_of(found.layout).right, found.area_code)
        sent = UndoIn(data=request.data)
        sent.is_valid(raise_exception=True)
        undo_import(found, by=request.user, reason=sent.validated_data["reason"])
        return self.retrieve(request, number=number)

    @extend_schema(responses=_FILE)
    @action(detail=True)
    def result(self, request, number):
        """The file as it came, what is wrong in front of each row. 404 when nothing was."""
        found = self.find(number)
        demand(request.user, layout_of(found.layout).right, found.area_code)
        if not found.result:
            raise Http404
        return kept_answer(found.result, f"{found.number}.xlsx")


class ExportViewSet(JobViewSet):
    """One's own lists as files, for a day."""

    queryset = TableExport.objects.all()
    serializer_class = ExportSerializer
    filterset_class = ExportFilter
    layout = EXPORTS

    @extend_schema(request=ExportIn, responses={201: ExportSerializer})
    def create(self, request):
        """Have a list made into a file; ask for it until its state is `done`. Any list of the interface can be had."""
        sent = ExportIn(data=request.data)
        sent.is_valid(raise_exception=True)
        data = dict(sent.validated_data)
        kept = start_export(source_of(data.pop("layout")), by=request.user, **data)
        return Response(ExportSerializer(kept).data, status=201)

    @extend_schema(responses=_EITHER)
    @action(detail=True)
    def file(self, request, number):
        """The file, until its link expires."""
        return export_answer(self.find(number))


ROUTES = [
    ("imports", ImportViewSet, "import"),
    ("exports", ExportViewSet, "export"),
]
