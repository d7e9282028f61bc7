"""Shells of the REST API: scoped read-only lists and details, keyset pages, one shape of errors."""

from urllib.parse import urlencode

from django.core.exceptions import BadRequest, PermissionDenied
from django.core.exceptions import ValidationError as ModelInvalid
from django.http import Http404
from rest_framework import exceptions, mixins, permissions, viewsets
from rest_framework.filters import BaseFilterBackend
from rest_framework.pagination import BasePagination
from rest_framework.renderers import BaseRenderer
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import set_rollback

from governance.kernel.errors import Refused
from governance.kernel.paging import MAX_SIZE, capped_count, keyset_page
from governance.kernel.tables import Layout, csv_answer


class HasRight(permissions.IsAuthenticated):
    """Logged in, and holding the view's `required_right` (or `action_rights[action]`) somewhere."""

    def has_permission(self, request, view) -> bool:
        if not super().has_permission(request, view):
            return False
        rights = getattr(view, "action_rights", {})
        right = rights.get(getattr(view, "action", None), getattr(view, "required_right", ""))
        return not right or request.user.may(right)


class StrictFilterBackend(BaseFilterBackend):
    """Filters by the view's `filterset_class`; unknown parameters and bad values are 400."""

    def filter_queryset(self, request, queryset, view):
        if not getattr(view, "filterset_class", None):
            return queryset
        filtered = view.filterset_class(request.query_params, queryset=queryset, request=request)
        if not filtered.is_valid():
            raise exceptions.ValidationError(filtered.errors)
        return filtered.qs

    def get_schema_operation_parameters(self, view):
        from_set = getattr(view, "filterset_class", None)
        names = from_set.base_filters if from_set else {}
        return [
            {"name": name, "required": False, "in": "query", "description": str(column.label or name),
             "schema": {"type": "string"}}
            for name, column in names.items()
        ]  # fmt: skip


class KeysetPagination(BasePagination):
    """`{count, count_capped, next, previous, results}`; `size` ≤ 200, `cursor`, `count=exact`."""

    page_size = 50

    def paginate_queryset(self, queryset, request, view=None):
        asked = request.query_params.get("size", "")
        if asked and not (asked.isascii() and asked.isdigit() and 1 <= int(asked[:6]) <= MAX_SIZE):
            raise exceptions.ValidationError({"size": [f"1–{MAX_SIZE}"]})
        self.request = request
        self.page = keyset_page(
            queryset,
            order=view.order,
            size=int(asked) if asked else self.page_size,
            cursor=request.query_params.get("cursor", ""),
        )
        exact = request.query_params.get("count") == "exact"
        self.page.count, self.page.count_capped = capped_count(queryset, exact=exact)
        return self.page.rows

    def get_paginated_response(self, data):
        return Response(
            {
                "count": self.page.count,
                "count_capped": self.page.count_capped,
                "next": self._link(self.page.next_cursor),
                "previous": self._link(self.page.previous_cursor),
                "results": data,
            }
        )

    def _link(self, cursor: str) -> str | None:
        if not cursor:
            return None
        query = self.request.query_params.dict() | {"cursor": cursor}
        return self.request.build_absolute_uri(f"{self.request.path}?{urlencode(query)}")

    def get_paginated_response_schema(self, schema):
        link = {"type": "string", "nullable": True, "format": "uri"}
        return {
            "type": "object",
            "required": ["count", "count_capped", "results"],
            "properties": {
                "count": {"type": "integer"},
                "count_capped": {"type": "boolean", "description": "true: there are more than `count` rows"},
                "next": link,
                "previous": link,
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view):
        texts = {
            "cursor": "from `next` or `previous`",
            "size": f"rows a page, 1–{MAX_SIZE}",
            "count": "`exact`",
        }
        return [
            {
                "name": name,
                "required": False,
                "in": "query",
                "description": text,
                "schema": {"type": "string"},
            }
            for name, text in texts.items()
        ]


class CsvRenderer(BaseRenderer):
    """Only negotiates `text/csv`; the list answers with a stream of its own."""

    media_type = "text/csv"
    format = "csv"
    charset = "utf-8"

    def render(self, data, accepted_media_type=None, renderer_context=None):
        return "" if data is None else f"{data.get('detail', '')}\n"


class ScopedViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet):
    """Read-only rows of the user's scope, read by `.values()`; the serializer class is the schema.

    Declare `queryset` (a ScopedQuerySet, e.g. `Case.objects.for_list()`), `required_right`,
    `serializer_class` (its field names are the columns read), `filterset_class`, `order`,
    `layout` for CSV, `lookup_field`.
    """

    required_right = ""
    order: tuple[str, ...] = ("-id",)
    layout: Layout | None = None
    renderer_classes = [*api_settings.DEFAULT_RENDERER_CLASSES, CsvRenderer]

    def get_queryset(self):
        return super().get_queryset().for_user(self.request.user)

    def list(self, request, *args, **kwargs):
        rows = self.filter_queryset(self.get_queryset())
        if request.accepted_renderer.format == "csv":
            return csv_answer(rows.order_by(*self.order), self.layout)
        page = self.paginate_queryset(rows.values(*self.columns))
        return self.get_paginated_response(page)

    def retrieve(self, request, *args, **kwargs):
        row = (
            self.get_queryset().filter(**{self.lookup_field: kwargs[self.lookup_field]}).values(*self.columns)
        )
        found = row.first()
        if found is None:
            raise Http404
        return Response(found)

    @property
    def columns(self) -> list[str]:
        """The columns read: the serializer's fields, by their own names."""
        return list(self.serializer_class().fields)


def answer_error(error, context) -> Response | None:
    """Every error as `{"code", "detail"}`, a form's with `errors` by field: the one shape of the API."""
    set_rollback()
    if isinstance(error, Refused):
        return Response({"code": error.code, "detail": error.message}, status=409)
    if isinstance(error, ModelInvalid):
        error = exceptions.ValidationError(
            error.message_dict if hasattr(error, "error_dict") else error.messages
        )
    if isinstance(error, BadRequest):
        error = exceptions.ParseError(str(error))
    if isinstance(error, Http404):
        error = exceptions.NotFound()
    if isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    if not isinstance(error, exceptions.APIException):
        return None
    return Response(_body(error), status=error.status_code, headers=_headers(error))


def _body(error: exceptions.APIException) -> dict:
    if isinstance(error, exceptions.ValidationError):
        errors = error.detail if isinstance(error.detail, dict) else {"non_field_errors": error.detail}
        first = next((str(item) for items in errors.values() for item in _flat(items)), "")
        return {"code": "invalid", "detail": first, "errors": errors}
    return {"code": error.get_codes(), "detail": str(error.detail)}


def _flat(items) -> list:
    if isinstance(items, dict):
        return [leaf for item in items.values() for leaf in _flat(item)]
    return [leaf for item in items for leaf in _flat(item)] if isinstance(items, list) else [items]


def _headers(error: exceptions.APIException) -> dict:
    headers = {}
    if getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = error.auth_header
    if getattr(error, "wait", None):
        headers["Retry-After"] = str(int(error.wait) + 1)
    return headers
