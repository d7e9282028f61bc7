from disputes.api.alike import SeriesHintViewSet
from disputes.api.classification import CategoryMapViewSet, CategoryReportViewSet, StandardRowViewSet
from disputes.api.disputes import DisputeViewSet
from disputes.api.receptions import MatterViewSet, ReceptionViewSet

ROUTES: list = [
    ("series-hints", SeriesHintViewSet, "series-hint"),
    ("disputes", DisputeViewSet, "dispute"),
    ("receptions", ReceptionViewSet, "reception"),
    ("matters", MatterViewSet, "matter"),
    ("category-reports", CategoryReportViewSet, "category-report"),
    ("category-maps", CategoryMapViewSet, "category-map"),
    ("dispute-standard-rows", StandardRowViewSet, "dispute-standard-row"),
]
