from grids.api.campaigns import CampaignViewSet
from grids.api.errands import ErrandViewSet, HintViewSet, ServiceItemViewSet
from grids.api.events import EventCategoryViewSet, EventViewSet, WorkListViewSet
from grids.api.pocket import PocketViewSet
from grids.api.territory import CompoundViewSet, GridViewSet, GridWorkerViewSet
from grids.api.visits import NeedViewSet, VisitViewSet

ROUTES = [
    ("grids", GridViewSet, "grid"),
    ("workers", GridWorkerViewSet, "worker"),
    ("compounds", CompoundViewSet, "compound"),
    ("visits", VisitViewSet, "visit"),
    ("needs", NeedViewSet, "need"),
    ("errands", ErrandViewSet, "errand"),
    ("service-items", ServiceItemViewSet, "service-item"),
    ("eligibility-hints", HintViewSet, "eligibility-hint"),
    # events
    ("events", EventViewSet, "event"),
    ("event-categories", EventCategoryViewSet, "event-category"),
    ("work-list", WorkListViewSet, "work-list"),
    ("pocket", PocketViewSet, "pocket"),
    ("campaigns", CampaignViewSet, "campaign"),
]
