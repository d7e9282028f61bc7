"""API keys and how they are used, over REST."""

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.kernel.api import ScopedViewSet
from governance.people.filters import TokenFilter
from governance.people.models import ApiToken
from governance.people.serializers import ApiTokenSerializer, TokenUseSerializer
from governance.people.tables import TOKENS


class ApiTokenViewSet(ScopedViewSet):
    """One's own keys and, for whoever manages posts, those of the people there."""

    queryset = ApiToken.objects.for_list()
    lookup_value_regex = "[0-9]{1,18}"
    serializer_class = ApiTokenSerializer
    filterset_class = TokenFilter
    layout = TOKENS

    @extend_schema(responses=TokenUseSerializer(many=True), filters=False)
    @action(detail=True, pagination_class=None)
    def usage(self, request, pk=None):
        """Calls by day and by the first part of the path, the latest day first, of ninety days at most."""
        token = get_object_or_404(self.get_queryset(), pk=pk)
        rows = token.uses.order_by("-day", "group").values("day", "group", "calls", "errors", "limited")
        return Response(list(rows))


ROUTES = [("api-tokens", ApiTokenViewSet, "api-token")]
