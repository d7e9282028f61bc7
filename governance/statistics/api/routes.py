"""The addresses of the statistics API."""

from governance.statistics.api.dictionary import IndicatorViewSet
from governance.statistics.api.values import MatrixViewSet, ValueViewSet

ROUTES = [
    ("statistics/indicators", IndicatorViewSet, "statistics-indicators"),
    ("statistics/values", ValueViewSet, "statistics-values"),
    ("statistics/matrix", MatrixViewSet, "statistics-matrix"),
]
