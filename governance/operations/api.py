"""What the database took long over, over REST."""

from governance.kernel.api import ScopedViewSet
from governance.operations.enums import Right
from governance.operations.filters import SlowStatementFilter
from governance.operations.models import SlowStatement
from governance.operations.serializers import SlowStatementSerializer
from governance.operations.tables import SLOW_STATEMENTS


class SlowStatementViewSet(ScopedViewSet):
    """Statements that took too long, without a value in them: the costliest first."""

    queryset = SlowStatement.objects.for_list()
    required_right = Right.VIEW
    lookup_value_regex = "[0-9]{1,18}"
    serializer_class = SlowStatementSerializer
    filterset_class = SlowStatementFilter
    order = ("-seconds", "-id")
    layout = SLOW_STATEMENTS


ROUTES = [("operations/slow-statements", SlowStatementViewSet, "slow-statement")]
