"""The addresses of the statistics API."""

from governance.statistics.api.boards import BoardViewViewSet
from governance.statistics.api.categories import CategoryViewSet
from governance.statistics.api.dictionary import IndicatorViewSet
from governance.statistics.api.role_boards import RoleBoardViewSet
from governance.statistics.api.values import MatrixViewSet, ValueViewSet

ROUTES = [
    ("statistics/indicators", IndicatorViewSet, "statistics-indicators"),
    ("statistics/values", ValueViewSet, "statistics-values"),
    ("statistics/views", BoardViewViewSet, "statistics-view"),
    ("statistics/role-boards", RoleBoardViewSet, "statistics-role-board"),
    ("statistics/categories", CategoryViewSet, "statistics-categories"),
    ("statistics/matrix", MatrixViewSet, "statistics-matrix"),
]
