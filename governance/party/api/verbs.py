"""Rows whose verbs are POST sub-paths of theirs: what every such view set here shares."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import exceptions
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from governance.kernel.api import ScopedViewSet
from governance.kernel.parsers import StrictJSONParser
from governance.kernel.scope import demand
from governance.party.enums import Right


class VerbViewSet(ScopedViewSet):
    """Rows that can be changed by verbs: `verb_right` is asked for where the row lies."""

    required_right = Right.VIEW
    verb_right = Right.BUILD
    lookup_value_regex = "[0-9]{1,18}"

    def in_sight(self, pk):
        rows = self.queryset.model.objects.for_user(self.request.user).select_related("area")
        return get_object_or_404(rows, pk=pk)

    def to_change(self, pk, right: str = ""):
        """A row in sight (404) on which the client may do a thing (403)."""
        found = self.in_sight(pk)
        demand(self.request.user, right or self.verb_right, found.area_code)
        return found

    def made(self, row) -> Response:
        """What a verb made, as the list would show it."""
        return Response(self.get_queryset().filter(pk=row.pk).values(*self.columns).get(), status=201)


def verb_path(name: str, body, verb: Callable, *, thing: str, row, photos: bool = False, right: str = ""):
    """The POST sub-path of a verb; it answers with the row as it stands today."""

    def change(self, request, pk=None):
        found = self.to_change(pk, right)
        called(verb, found, request=request, read=body(data=request.data, context={"request": request}))
        return self.retrieve(request, pk=pk)

    change.__name__ = name
    parsers = {"parser_classes": [MultiPartParser, StrictJSONParser]} if photos else {}
    schema = extend_schema(operation_id=f"party_{thing}_{name}", request=body, responses=row)
    return schema(action(detail=True, methods=["post"], url_path=name, url_name=name, **parsers)(change))


def called(verb: Callable, *subject, request, read):
    """Call a verb with a body that is in order; what the database refuses is an error of the body."""
    read.is_valid(raise_exception=True)
    try:
        return verb(*subject, by=request.user, **read.validated_data)
    except ValidationError as invalid:
        raise exceptions.ValidationError({"non_field_errors": invalid.messages}) from invalid
