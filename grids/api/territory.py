from governance.kernel.api import ScopedViewSet
from governance.kernel.days import today
from grids.enums.rights import Right
from grids.filters.territory import BuildingFilter, CompoundFilter, GridFilter, GridWorkerFilter
from grids.models import BuildingGroup, Compound, Grid, GridWorker
from grids.serializers.territory import (
    BuildingSerializer,
    CompoundSerializer,
    GridSerializer,
    GridWorkerSerializer,
)
from grids.tables.territory import BUILDINGS, COMPOUNDS, GRIDS, WORKERS


class DatedViewSet(ScopedViewSet):
    """Rows as of a day; a single row as it stands today."""

    required_right = Right.VIEW

    def get_queryset(self):
        rows = super().get_queryset()
        return rows if self.action == "list" else rows.for_list(today())


class GridViewSet(DatedViewSet):
    queryset = Grid.objects.all()
    serializer_class = GridSerializer
    filterset_class = GridFilter
    layout = GRIDS
    order = ("area_code", "id")


class GridWorkerViewSet(DatedViewSet):
    queryset = GridWorker.objects.all()
    serializer_class = GridWorkerSerializer
    filterset_class = GridWorkerFilter
    layout = WORKERS
    order = ("area_code", "id")


class CompoundViewSet(ScopedViewSet):
    queryset = Compound.objects.for_list()
    required_right = Right.VIEW
    serializer_class = CompoundSerializer
    filterset_class = CompoundFilter
    layout = COMPOUNDS
    order = ("area_code", "id")


class BuildingViewSet(DatedViewSet):
    """Building groups (楼院) that exist on `as_of`."""

    queryset = BuildingGroup.objects.all()
    serializer_class = BuildingSerializer
    filterset_class = BuildingFilter
    layout = BUILDINGS
    order = ("area_code", "id")
