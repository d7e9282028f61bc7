from disputes.api.classification import CategoryMapViewSet, CategoryReportViewSet, StandardRowViewSet
from disputes.api.disputes import DisputeViewSet
from disputes.api.receptions import MatterViewSet, ReceptionViewSet

ROUTES: list = [
    ("disputes", DisputeViewSet, "dispute"),
    ("receptions", ReceptionViewSet, "reception"),
    ("matters", MatterViewSet, "matter"),
    ("category-reports", CategoryReportViewSet, "category-report"),
    ("category-maps", CategoryMapViewSet, "category-map"),
    ("dispute-standard-rows", StandardRowViewSet, "dispute-standard-row"),
]
