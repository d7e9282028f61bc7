"""One FilterSet for page and API: the API side."""

from rest_framework import exceptions
from rest_framework.filters import BaseFilterBackend


class StrictFilterBackend(BaseFilterBackend):
    """Filters by the view's `filterset_class`; unknown parameters and bad values are 400."""

    def filter_queryset(self, request, queryset, view):
        if not getattr(view, "filterset_class", None):
            return queryset
        filtered = view.filterset_class(
            request.query_params, queryset=queryset, request=request, asked_only=True
        )
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
