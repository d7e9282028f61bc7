from disputes.api.disputes import DisputeViewSet
from disputes.api.receptions import MatterViewSet, ReceptionViewSet
from disputes.api.series import SeriesHouseholdViewSet, SeriesViewSet

ROUTES: list = [
    ("disputes", DisputeViewSet, "dispute"),
    ("receptions", ReceptionViewSet, "reception"),
    ("matters", MatterViewSet, "matter"),
    ("series", SeriesViewSet, "series"),
    ("series-households", SeriesHouseholdViewSet, "series-household"),
]
