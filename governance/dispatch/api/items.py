from governance.dispatch.enums import Right
from governance.dispatch.filters.cycles import CycleItemFilter
from governance.dispatch.models import CycleItem
from governance.dispatch.serializers.cycles import CycleLineSerializer
from governance.dispatch.tables.cycles import CYCLE_ITEMS
from governance.kernel.api import ScopedViewSet


class CycleItemViewSet(ScopedViewSet):
    """What stood in cycles, those of the latest first; as it was when the cycle was made."""

    queryset = CycleItem.objects.for_list()
    required_right = Right.VIEW
    lookup_value_regex = "[0-9]{1,18}"
    serializer_class = CycleLineSerializer
    filterset_class = CycleItemFilter
    order = ("-cycle_id", "-times", "-days_late", "id")
    layout = CYCLE_ITEMS
