"""Keyset pages in the API."""

from urllib.parse import urlencode

from rest_framework import exceptions
from rest_framework.pagination import BasePagination
from rest_framework.response import Response

from governance.kernel.paging import MAX_SIZE, capped_count, keyset_page


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
            found_in=getattr(view, "found_in", None),
        )
        exact = request.query_params.get("count") == "exact"
        matching = getattr(view, "matching", queryset)
        self.page.count, self.page.count_capped = capped_count(matching, exact=exact)
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
                "withheld": {
                    "type": "integer",
                    "description": "rows the figure counts beside `count` that the client may not see",
                },
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
