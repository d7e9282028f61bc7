from django.http import Http404
from rest_framework.response import Response

from deeds.enums import Right
from governance.kernel.api import ScopedViewSet


class VerbViewSet(ScopedViewSet):
    """Rows with verbs: find one in scope, see that the right reaches it, press, show."""

    required_right = Right.VIEW
    lookup_value_regex = "[0-9]{1,18}"

    def show(self, pk, more: dict | None = None, *, status: int = 200) -> Response:
        found = self.get_queryset().filter(pk=pk).values(*self.columns).first()
        if found is None:
            raise Http404
        return Response(found | (more or {}), status=status)
