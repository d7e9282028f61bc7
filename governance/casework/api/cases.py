from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.casework.actions.supervision import appoint_lead, supervise_case
from governance.casework.enums import Right
from governance.casework.filters import CaseFilter
from governance.casework.models import Case, Supervision
from governance.casework.serializers import CaseSerializer, LeadInput, SuperviseInput, SupervisionSerializer
from governance.casework.tables import CASES
from governance.kernel.api import ScopedViewSet
from governance.kernel.pages import demand

NUMBER = OpenApiParameter("number", str, OpenApiParameter.PATH)


class CaseViewSet(ScopedViewSet):
    """Cases of every kind, the most urgent first; paused and closed ones last."""

    queryset = Case.objects.all()
    required_right = Right.VIEW
    action_rights = {"supervise": Right.SUPERVISE, "lead": Right.DISPATCH}
    serializer_class = CaseSerializer
    filterset_class = CaseFilter
    order = ("queue_at", "id")
    layout = CASES
    lookup_field = "number"

    def _case(self, number: str) -> Case:
        return get_object_or_404(Case.objects.for_user(self.request.user).for_list(), number=number)

    @extend_schema(parameters=[NUMBER], request=SuperviseInput, responses={201: SupervisionSerializer})
    @action(detail=True, methods=["post"])
    def supervise(self, request, number=None):
        """督办 of the office that has the case, plain or with a card."""
        case = self._case(number)
        demand(request.user, Right.SUPERVISE, case.area_code)
        read = SuperviseInput(data=request.data)
        read.is_valid(raise_exception=True)
        given = supervise_case(case, by=request.user, **read.validated_data)
        rows = Supervision.objects.for_user(request.user).for_list().filter(pk=given.pk)
        return Response(rows.values(*SupervisionSerializer.Meta.fields).get(), status=201)

    @extend_schema(parameters=[NUMBER], request=LeadInput, responses=CaseSerializer)
    @action(detail=True, methods=["post"])
    def lead(self, request, number=None):
        """领导包案: the seat of a leading official answers for the case."""
        case = self._case(number)
        demand(request.user, Right.DISPATCH, case.area_code)
        read = LeadInput(data=request.data)
        read.is_valid(raise_exception=True)
        appoint_lead(case, by=request.user, **read.validated_data)
        return self.retrieve(request, number=number)
