from django.http import Http404
from rest_framework.response import Response

from deeds.enums import Right
from governance.kernel.api import ScopedViewSet


class VerbViewSet(ScopedViewSet):
    """Rows with verbs: find one in scope, see that the right reaches it, press, show."""

    required_right = Right.VIEW
    lookup_value_regex = "[0-9]{1,18}"

    def read(self, body):
        sent = body(data=self.request.data)
        sent.is_valid(raise_exception=True)
        return sent

    def sent(self, body) -> dict:
        return self.read(body).validated_data

    def show(self, pk, more: dict | None = None, *, status: int = 200) -> Response:
        found = self.get_queryset().filter(pk=pk).values(*self.columns).first()
        if found is None:
            raise Http404
        return Response(found | (more or {}), status=status)
