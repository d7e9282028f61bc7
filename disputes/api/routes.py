from disputes.api.disputes import DisputeViewSet
from disputes.api.receptions import MatterViewSet, ReceptionViewSet

ROUTES: list = [
    ("disputes", DisputeViewSet, "dispute"),
    ("receptions", ReceptionViewSet, "reception"),
    ("matters", MatterViewSet, "matter"),
]
