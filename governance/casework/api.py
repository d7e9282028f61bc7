from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.casework.actions.finding import mark_of
from governance.casework.enums import Right
from governance.casework.filters import CaseFilter
from governance.casework.models import Case
from governance.casework.serializers import CaseSerializer, MarkSerializer, NumberInput
from governance.casework.tables import CASES
from governance.kernel.api import ScopedViewSet


class CaseViewSet(ScopedViewSet):
    """Cases of every kind, the most urgent first; paused and closed ones last."""

    queryset = Case.objects.all()
    required_right = Right.VIEW
    serializer_class = CaseSerializer
    filterset_class = CaseFilter
    order = ("queue_at", "id")
    layout = CASES
    lookup_field = "number"

    @extend_schema(request=NumberInput, responses=MarkSerializer)
    @action(detail=False, methods=["post"])
    def find(self, request):
        """What to give the lists as `party` to find an exact telephone or ID number, which no address may hold."""
        read = NumberInput(data=request.data)
        read.is_valid(raise_exception=True)
        return Response({"party": mark_of(read.validated_data["number"], by=request.user)})


ROUTES: list = [("cases", CaseViewSet, "case")]
