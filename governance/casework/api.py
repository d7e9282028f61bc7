from governance.casework.enums import Right
from governance.casework.filters import CaseFilter
from governance.casework.models import Case
from governance.casework.serializers import CaseSerializer
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


ROUTES: list = [("cases", CaseViewSet, "case")]
