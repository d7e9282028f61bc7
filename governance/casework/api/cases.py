from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from governance.casework.actions.finding import mark_of
from governance.casework.actions.ordering import SENDING
from governance.casework.api.overseeing import Overseeing
from governance.casework.enums import OrderKind, Right
from governance.casework.filters.cases import CaseFilter
from governance.casework.models import Case, WorkOrder
from governance.casework.serializers.cases import CaseSerializer, MarkSerializer, NumberInput
from governance.casework.serializers.orders import SendInput, WorkOrderSerializer
from governance.casework.tables.cases import CASES
from governance.kernel.api import ScopedViewSet
from governance.kernel.scope import demand


def _sending(kind: str):
    """The POST sub-path that asks other offices over a case; it answers the orders sent."""

    def send(self, request, number=None):
        case = Case.objects.for_user(request.user).for_list().filter(number=number).first()
        if case is None:
            raise Http404
        demand(request.user, Right.HANDLE, case.area_code)
        read = SendInput(data=request.data, context={"case": case, "kind": kind})
        read.is_valid(raise_exception=True)
        sent = SENDING[kind](case, by=request.user, **read.validated_data)
        rows = WorkOrder.objects.for_user(request.user).for_list().filter(pk__in=[order.pk for order in sent])
        fields = WorkOrderSerializer().fields
        return Response(list(rows.order_by("id").values(*fields)), status=201)

    send.__name__ = str(kind)
    schema = extend_schema(
        operation_id=f"cases_{kind}",
        description=str(OrderKind(kind).label),
        parameters=[OpenApiParameter("number", str, OpenApiParameter.PATH)],
        request=SendInput,
        responses={201: WorkOrderSerializer(many=True)},
        filters=False,
    )
    return schema(action(detail=True, methods=["post"], url_path=str(kind), pagination_class=None)(send))


class CaseViewSet(Overseeing, ScopedViewSet):
    """Cases of every kind, the most urgent first; paused and closed ones last."""

    queryset = Case.objects.all()
    required_right = Right.VIEW
    action_rights = {str(kind): Right.HANDLE for kind in OrderKind} | {
        "supervise": Right.SUPERVISE,
        "lead": Right.DISPATCH,
    }
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

    refer = _sending(OrderKind.REFER)
    transfer = _sending(OrderKind.TRANSFER)
    whistle = _sending(OrderKind.WHISTLE)
