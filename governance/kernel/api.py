"""Shells of the REST API: scoped read-only lists and details, read by `.values()`."""

from functools import cache

from django.http import Http404
from rest_framework import mixins, viewsets
from rest_framework.response import Response
from rest_framework.settings import api_settings

from governance.kernel import bulk
from governance.kernel.tables import Layout, csv_answer, withheld_words
from governance.kernel.throttling import take_place

_CHUNK = 2000


@cache
def _names_in(serializer_class) -> tuple[str, ...]:
    return tuple(serializer_class().fields)


class ScopedViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet):
    """Read-only rows of the user's scope, read by `.values()`; the serializer class is the schema.

    Declare `queryset` (a ScopedQuerySet with its joins), `required_right`,
    `serializer_class` (its field names are the columns read), `filterset_class`, `order`,
    `layout` for CSV and workbooks, `lookup_field`, `keys_first`: the filters whose page an index alone can tell.
    """

    required_right = ""
    keys_first: frozenset[str] = frozenset()
    order: tuple[str, ...] = ("-id",)
    layout: Layout | None = None

    def get_renderers(self):
        """A list is also had as files; tables need a layout."""
        files = bulk.TABLE_FORMATS if self.layout else ()
        kinds = (bulk.JsonLinesRenderer, *files) if getattr(self, "action", "") == "list" else ()
        return [kind() for kind in (*api_settings.DEFAULT_RENDERER_CLASSES, *kinds)]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns read: the serializer's fields, by their own names."""
        return _names_in(self.serializer_class)

    def get_queryset(self):
        return super().get_queryset().for_user(self.request.user)

    def shown(self, rows):
        """The rows with the joins of their columns; where `queryset` has none of them, counting costs none."""
        return rows

    def list(self, request, *args, **kwargs):
        self.matching = self.filter_queryset(self.get_queryset())
        rows, withheld = self.shown(self.matching), self.withheld(request)
        if request.accepted_renderer.format != "json":
            return self.as_file(request, rows.order_by(*self.order), withheld)
        if self.keys_first & request.query_params.keys():
            self.found_in, rows = self.matching, self.shown(self.queryset.all())
        answer = self.get_paginated_response(self.paginate_queryset(rows.values(*self.columns)))
        answer.data["withheld"] = withheld
        return answer

    def as_file(self, request, rows, withheld: int):
        """All matching rows, read from the database in pieces: in words as a table, as data a JSON object a line."""
        kind = request.accepted_renderer.format
        if kind == "jsonl":
            lines = rows.values(*self.columns).iterator(chunk_size=_CHUNK)
            return bulk.held(request, bulk.json_lines(lines, self.basename))
        if kind == "csv":
            return bulk.held(request, csv_answer(rows, self.layout, withheld_words(withheld)))
        columns = self.layout.columns
        read = rows.values(*self.layout.fields).iterator(chunk_size=_CHUNK)
        lines = ([column.cell(row) for column in columns] for row in read)
        with take_place(request):
            return bulk.workbook([str(column.title) for column in columns], lines, self.layout.name)

    def read(self, body, **options) -> dict:
        """What a request says, checked by the serializer class `body`."""
        said = body(data=self.request.data, **options)
        said.is_valid(raise_exception=True)
        return dict(said.validated_data)

    def withheld(self, request) -> int:
        """How many rows the figure behind this list counts that the client may not see."""
        return 0

    def retrieve(self, request, *args, **kwargs):
        row = self.get_queryset().filter(**{self.lookup_field: kwargs[self.lookup_field]})
        found = self.shown(row).values(*self.columns).first()
        if found is None:
            raise Http404
        return Response(found)
