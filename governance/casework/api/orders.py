from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404

from governance.casework.actions.orders import ORDER_VERBS, demand_part
from governance.casework.enums import Right
from governance.casework.filters.orders import WorkOrderFilter
from governance.casework.models import WorkOrder
from governance.casework.serializers import orders as bodies
from governance.casework.tables.orders import ORDERS
from governance.kernel.api import ScopedViewSet


def _step(name: str, body=bodies.OrderStepInput, attribute: str = ""):
    """The POST sub-path of a step. A Python keyword needs another `attribute`."""

    def take(self, request, pk=None):
        order = get_object_or_404(WorkOrder.objects.for_user(request.user).for_page(), pk=pk)
        demand_part(order, request.user)
        read = body(data=request.data)
        read.is_valid(raise_exception=True)
        ORDER_VERBS[name](order, by=request.user, **read.validated_data)
        return self.retrieve(request, pk=pk)

    take.__name__ = attribute or name
    schema = extend_schema(
        operation_id=f"work_orders_{name}",
        description=str(WorkOrder.STEPS[name].label),
        request=body,
        responses=bodies.WorkOrderSerializer,
    )
    return schema(action(detail=True, methods=["post"], url_path=name, url_name=name.replace("_", "-"))(take))


class WorkOrderViewSet(ScopedViewSet):
    """Work orders: over cases in the client's area, and those sent to or by its own seats. Steps are POST sub-paths."""

    queryset = WorkOrder.objects.for_list()
    required_right = Right.VIEW
    action_rights = {"send_back" if name == "return" else name: Right.HANDLE for name in ORDER_VERBS}
    serializer_class = bodies.WorkOrderSerializer
    filterset_class = WorkOrderFilter
    order = ("respond_by", "id")
    layout = ORDERS
    lookup_field = "pk"

    take = _step("take")
    take_over = _step("take_over")
    answer = _step("answer", bodies.AnswerInput)
    send_back = _step("return", attribute="send_back")
    rate = _step("rate", bodies.RateInput)
    withdraw = _step("withdraw")
