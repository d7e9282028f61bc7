from disputes.api.classification import CategoryMapViewSet, CategoryReportViewSet, StandardRowViewSet
from disputes.api.disputes import DisputeViewSet
from disputes.api.receptions import MatterViewSet, ReceptionViewSet
from disputes.api.series import SeriesHouseholdViewSet, SeriesViewSet

ROUTES: list = [
    ("disputes", DisputeViewSet, "dispute"),
    ("receptions", ReceptionViewSet, "reception"),
    ("matters", MatterViewSet, "matter"),
    ("series", SeriesViewSet, "series"),
    ("series-households", SeriesHouseholdViewSet, "series-household"),
    ("category-reports", CategoryReportViewSet, "category-report"),
    ("category-maps", CategoryMapViewSet, "category-map"),
    ("dispute-standard-rows", StandardRowViewSet, "dispute-standard-row"),
]
