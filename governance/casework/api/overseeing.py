from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.casework.actions.supervision import appoint_lead, supervise_case
from governance.casework.enums import Right
from governance.casework.models import Case, Supervision
from governance.casework.serializers.cases import CaseSerializer
from governance.casework.serializers.supervision import LeadInput, SuperviseInput, SupervisionSerializer
from governance.kernel.scope import demand

NUMBER = OpenApiParameter("number", str, OpenApiParameter.PATH)


class Overseeing:
    """督办 and 包案 beside the steps of a case."""

    def _case(self, number: str, right: str) -> Case:
        case = get_object_or_404(Case.objects.for_user(self.request.user).for_list(), number=number)
        demand(self.request.user, right, case.area_code)
        return case

    @extend_schema(parameters=[NUMBER], request=SuperviseInput, responses={201: SupervisionSerializer})
    @action(detail=True, methods=["post"])
    def supervise(self, request, number=None):
        """督办 of the office that has the case, plain or with a card."""
        case = self._case(number, Right.SUPERVISE)
        read = SuperviseInput(data=request.data)
        read.is_valid(raise_exception=True)
        given = supervise_case(case, by=request.user, **read.validated_data)
        rows = Supervision.objects.for_user(request.user).for_list().filter(pk=given.pk)
        return Response(rows.values(*SupervisionSerializer.Meta.fields).get(), status=201)

    @extend_schema(parameters=[NUMBER], request=LeadInput, responses=CaseSerializer)
    @action(detail=True, methods=["post"])
    def lead(self, request, number=None):
        """领导包案: the seat of a leading official answers for the case."""
        case = self._case(number, Right.DISPATCH)
        read = LeadInput(data=request.data)
        read.is_valid(raise_exception=True)
        appoint_lead(case, by=request.user, **read.validated_data)
        return self.retrieve(request, number=number)
