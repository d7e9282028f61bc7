from grids.api.campaigns import CampaignViewSet
from grids.api.pocket import PocketViewSet
from grids.api.territory import CompoundViewSet, GridViewSet, GridWorkerViewSet
from grids.api.visits import NeedViewSet, VisitViewSet

ROUTES = [
    ("grids", GridViewSet, "grid"),
    ("workers", GridWorkerViewSet, "worker"),
    ("compounds", CompoundViewSet, "compound"),
    ("visits", VisitViewSet, "visit"),
    ("needs", NeedViewSet, "need"),
    ("pocket", PocketViewSet, "pocket"),
    ("campaigns", CampaignViewSet, "campaign"),
]
