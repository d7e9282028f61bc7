"""Shells of the REST API: scoped read-only lists and details, read by `.values()`."""

from functools import cache

from django.http import Http404
from rest_framework import mixins, viewsets
from rest_framework.renderers import BaseRenderer
from rest_framework.response import Response
from rest_framework.settings import api_settings

from governance.kernel.tables import Layout, csv_answer, withheld_words


class CsvRenderer(BaseRenderer):
    """Only negotiates `text/csv`; the list answers with a stream of its own."""

    media_type = "text/csv"
    format = "csv"
    charset = "utf-8"

    def render(self, data, accepted_media_type=None, renderer_context=None):
        return "" if data is None else f"{data.get('detail', '')}\n"


@cache
def _names_in(serializer_class) -> tuple[str, ...]:
    return tuple(serializer_class().fields)


class ScopedViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet):
    """Read-only rows of the user's scope, read by `.values()`; the serializer class is the schema.

    Declare `queryset` (a ScopedQuerySet with its joins), `required_right`,
    `serializer_class` (its field names are the columns read), `filterset_class`, `order`,
    `layout` for CSV, `lookup_field`.
    """

    required_right = ""
    order: tuple[str, ...] = ("-id",)
    layout: Layout | None = None
    renderer_classes = [*api_settings.DEFAULT_RENDERER_CLASSES, CsvRenderer]

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
        if request.accepted_renderer.format == "csv":
            return csv_answer(rows.order_by(*self.order), self.layout, withheld_words(withheld))
        answer = self.get_paginated_response(self.paginate_queryset(rows.values(*self.columns)))
        answer.data["withheld"] = withheld
        return answer

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
