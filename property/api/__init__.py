from governance.kernel.api import ScopedViewSet
from governance.kernel.days import today
from property import tables
from property.api import assessment, companies, programmes, projects
from property.api.committees import OwnersCommitteeViewSet
from property.api.meetings import OwnersMeetingViewSet
from property.enums import Right
from property.filters import ManagedCompoundFilter
from property.models import ManagedCompound
from property.serializers import ManagedCompoundSerializer

BY_ID = "[0-9]{1,18}"


class TodayViewSet(ScopedViewSet):
    """A single row is described as of today; the filters of a list describe its rows as of their day."""

    required_right = Right.VIEW
    lookup_value_regex = BY_ID
    order = ("area_code", "id")

    def get_queryset(self):
        rows = super().get_queryset()
        return rows.for_list(today()) if self.action == "retrieve" else rows


class ManagedCompoundViewSet(TodayViewSet):
    """Compounds with company, contract and committee as of a day."""

    queryset = ManagedCompound.objects.all()
    serializer_class = ManagedCompoundSerializer
    filterset_class = ManagedCompoundFilter
    layout = tables.COMPOUNDS


ROUTES = [
    ("property-compounds", ManagedCompoundViewSet, "property-compound"),
    *companies.ROUTES,
    ("owners-committees", OwnersCommitteeViewSet, "owners-committee"),
    ("owners-meetings", OwnersMeetingViewSet, "owners-meeting"),
    *projects.ROUTES,
    *programmes.ROUTES,
    *assessment.ROUTES,
]
